package dev.iasql.install.request;

import dev.iasql.core.request.RequestWorker;
import dev.iasql.core.request.Stage;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;

/** The stages of requests that belong to this service. */
@Singleton
public class InstallWorker {
  private static final String NAME = "install-service " + ProcessHandle.current().pid();

  private final RequestWorker worker;

  InstallWorker(
      ModulesListStage modulesList,
      InstallPlanStage installPlan,
      InstallStage install,
      UndoStage undo,
      UninstallStage uninstall,
      SwapStage swap,
      SwapEndStage swapEnd,
      UpgradeStage upgrade,
      ModuleTreeStage moduleTree,
      ModulesOutdatedStage modulesOutdated,
      CheckStage check,
      TenantDatabases databases,
      Announcements announcements) {
    this.worker =
        new RequestWorker(
            Map.ofEntries(
                Map.entry(Stage.MODULES_LIST, modulesList),
                Map.entry(Stage.INSTALL_PLAN, installPlan),
                Map.entry(Stage.MODULE_TREE, moduleTree),
                Map.entry(Stage.MODULES_OUTDATED, modulesOutdated),
                Map.entry(Stage.INSTALL, install),
                Map.entry(Stage.UNDO, undo),
                Map.entry(Stage.UNINSTALL, uninstall),
                Map.entry(Stage.SWAP, swap),
                Map.entry(Stage.SWAP_END, swapEnd),
                Map.entry(Stage.UPGRADE, upgrade),
                Map.entry(Stage.CHECK, check)),
            databases,
            announcements,
            NAME);
  }

  /** Does all that waits in the tenant's database, oldest first. */
  public void drain(Tenant tenant) throws SQLException {
    worker.drain(tenant);
  }
}
