package dev.iasql.install.request;

import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.ModuleTree;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Answers what a module depends on, indented. */
@Singleton
class ModuleTreeStage implements StageHandler {
  private record Row(
      int depth,
      String moduleName,
      String moduleVersion,
      String versionRange,
      String note,
      String tree) {}

  private final ModuleFeed feed;

  ModuleTreeStage(ModuleFeed feed) {
    this.feed = feed;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    return Outcome.rows(
        ModuleTree.of(
                feed.catalogue(),
                new InstalledModules(work.connection()).manifests(),
                ModuleRef.parse(work.request().names().getFirst()))
            .stream()
            .map(
                row ->
                    new Row(
                        row.depth(),
                        row.name(),
                        row.version(),
                        row.range(),
                        row.note(),
                        row.text()))
            .toList());
  }
}
