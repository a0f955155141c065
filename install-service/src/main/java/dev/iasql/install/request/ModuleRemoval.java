package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Takes modules out of a tenant database, with every table they made and nothing else. */
final class ModuleRemoval {
  private final Connection connection;
  private final List<InstalledModule> modules;
  private final List<ModuleManifest> manifests;
  private final ModuleSql sql;

  /**
   * Locks the modules' tables.
   *
   * @param modules dependents before what they depend on
   */
  ModuleRemoval(Work work, List<InstalledModule> modules, InstallConfiguration configuration)
      throws SQLException {
    this.connection = work.connection();
    this.modules = modules;
    this.manifests = modules.stream().map(InstalledModule::manifest).toList();
    this.sql = new ModuleSql(work, manifests, configuration);
    sql.lockTables();
  }

  /**
   * @param forced the call that would throw them away
   * @throws ConflictException if tables hold what is not committed
   */
  void refusePendingChanges(String function, String forced) throws SQLException {
    PendingRows.refuse(connection, ProvidedNames.of(manifests).tables(), function, forced);
  }

  /**
   * @param hint what the user can do about them
   * @throws ConflictException if a view, a foreign key or the like of the user needs the modules
   */
  void refuseUserObjects(String hint) throws SQLException {
    new UserObjects(connection).refuse(ObjectSet.provided(connection, manifests), hint);
  }

  /** Drops what users built on the modules, and says what that and uncommitted changes were. */
  Losses dropUserObjects() throws SQLException {
    Map<String, String> pending =
        PendingRows.find(connection, ProvidedNames.of(manifests).tables());
    return new Losses(
        pending, new UserObjects(connection).drop(ObjectSet.provided(connection, manifests)));
  }

  /** To be called when nothing of the user hangs on the modules any more. */
  void run() throws SQLException {
    for (InstalledModule module : modules) {
      sql.uninstall(module);
    }
    new NameCheck(connection).refuseRemains(manifests);
    new InstalledModules(connection).remove(modules);
  }
}
