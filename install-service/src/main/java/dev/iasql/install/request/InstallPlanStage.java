package dev.iasql.install.request;

import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.InstallPlanner;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers what an installation would bring along. */
@Singleton
class InstallPlanStage implements StageHandler {
  private record Row(
      int order,
      String moduleName,
      String moduleVersion,
      String action,
      String reason,
      List<String> tables) {}

  private final ModuleFeed feed;

  InstallPlanStage(ModuleFeed feed) {
    this.feed = feed;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    InstallPlan plan =
        new InstallPlanner(feed.catalogue())
            .plan(
                new InstalledModules(work.connection())
                    .all().stream().map(InstalledModule::manifest).toList(),
                work.request().names().stream().map(ModuleRef::parse).toList());
    List<Row> rows = new ArrayList<>();
    for (InstallPlan.Step step : plan.steps()) {
      rows.add(
          new Row(
              rows.size() + 1,
              step.id().name(),
              step.id().version().toString(),
              step.action().name().toLowerCase(Locale.ROOT),
              step.reason(),
              step.manifest().provides().tables()));
    }
    return Outcome.rows(rows);
  }
}
