package dev.iasql.install.request;

import dev.iasql.core.module.ModuleVersion;
import dev.iasql.core.module.UpgradePlanner;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Answers of which installed modules there is a newer version. */
@Singleton
class ModulesOutdatedStage implements StageHandler {
  private record Row(
      String moduleName,
      String installedVersion,
      String newestVersion,
      String upgradableTo,
      String heldBackBy) {}

  private final ModuleFeed feed;

  ModulesOutdatedStage(ModuleFeed feed) {
    this.feed = feed;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    return Outcome.rows(
        new UpgradePlanner(feed.catalogue())
            .outdated(new InstalledModules(work.connection()).manifests()).stream()
                .map(
                    module ->
                        new Row(
                            module.name(),
                            module.installed().toString(),
                            module.newest().toString(),
                            module.reachable().map(ModuleVersion::toString).orElse(null),
                            module.heldBackBy()))
                .toList());
  }
}
