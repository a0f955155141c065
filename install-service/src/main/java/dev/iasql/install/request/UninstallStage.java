package dev.iasql.install.request;

import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.UninstallPlanner;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Removes modules that nothing needs and whose tables hold nothing uncommitted. */
@Singleton
class UninstallStage implements StageHandler {
  private final Announcements announcements;
  private final InstallConfiguration configuration;

  UninstallStage(Announcements announcements, InstallConfiguration configuration) {
    this.announcements = announcements;
    this.configuration = configuration;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    List<InstalledModule> installed = new InstalledModules(work.connection()).all();
    List<ModuleManifest> going =
        UninstallPlanner.plan(
            installed.stream().map(InstalledModule::manifest).toList(),
            work.request().names().stream().map(ModuleRef::parse).toList());
    ModuleRemoval removal =
        new ModuleRemoval(
            work, InstalledModule.find(installed, going), configuration);
    removal.refusePendingChanges();
    List<TableRows> rows = TableRows.count(work.connection(), going);
    removal.run();
    announcements.prepare(work, InstallationChanged.Change.REMOVED, going);
    return Outcome.rows(rows);
  }
}
