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
import java.util.stream.Collectors;

/**
 * Removes modules that nothing needs. What is uncommitted in their tables and what users built on
 * them is in the way, unless the call says that it may go.
 */
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
    ModuleArguments arguments = ModuleArguments.of(work.request());
    List<ModuleManifest> going =
        UninstallPlanner.plan(
            installed.stream().map(InstalledModule::manifest).toList(), arguments.modules());
    ModuleRemoval removal =
        new ModuleRemoval(work, InstalledModule.find(installed, going), configuration);
    List<?> rows = arguments.force() ? lost(work, removal, going) : kept(work, removal, going);
    removal.run();
    announcements.prepare(work, InstallationChanged.Change.REMOVED, going);
    return Outcome.rows(rows);
  }

  private static List<Losses.Row> lost(Work work, ModuleRemoval removal, List<ModuleManifest> going)
      throws SQLException {
    return removal.dropUserObjects().rows(work.connection(), going);
  }

  private static List<TableRows> kept(Work work, ModuleRemoval removal, List<ModuleManifest> going)
      throws SQLException {
    String forced = forced(ModuleArguments.of(work.request()).modules());
    removal.refusePendingChanges(work.request().function(), forced);
    removal.refuseUserObjects(
        "Drop or change them first, or have them dropped: %s.".formatted(forced));
    return TableRows.count(work.connection(), going);
  }

  private static String forced(List<ModuleRef> modules) {
    return "SELECT * FROM iasql_uninstall(true, %s)"
        .formatted(
            modules.stream()
                .map(ref -> "'%s'".formatted(ref.name()))
                .collect(Collectors.joining(", ")));
  }
}
