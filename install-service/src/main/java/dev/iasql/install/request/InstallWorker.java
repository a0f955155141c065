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
      TenantDatabases databases,
      Announcements announcements) {
    this.worker =
        new RequestWorker(
            Map.of(
                Stage.MODULES_LIST, modulesList,
                Stage.INSTALL_PLAN, installPlan,
                Stage.MODULE_TREE, moduleTree,
                Stage.MODULES_OUTDATED, modulesOutdated,
                Stage.INSTALL, install,
                Stage.UNDO, undo,
                Stage.UNINSTALL, uninstall,
                Stage.SWAP, swap,
                Stage.SWAP_END, swapEnd,
                Stage.UPGRADE, upgrade),
            databases,
            announcements,
            NAME);
  }

  /** Does all that waits in the tenant's database, oldest first. */
  public void drain(Tenant tenant) throws SQLException {
    worker.drain(tenant);
  }
}
