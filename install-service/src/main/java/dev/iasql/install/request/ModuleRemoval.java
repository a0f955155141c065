package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
   * @throws ConflictException if tables hold what is not committed
   */
  void refusePendingChanges() throws SQLException {
    List<String> pending = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT format('%s (%s)', table_name, pending) FROM (
              SELECT table_name, iasql_internal.pending_rows(table_name) AS pending
              FROM unnest(?) AS t (table_name)) counted
            WHERE pending > 0
            """)) {
      query.setArray(
          1, connection.createArrayOf("text", ProvidedNames.of(manifests).tables().toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          pending.add(row.getString(1));
        }
      }
    }
    if (!pending.isEmpty()) {
      throw new ConflictException(
          ErrorCode.PENDING_CHANGES,
          "tables hold changes that are not committed",
          "Changed rows: " + String.join(", ", pending) + ".",
          "SELECT * FROM iasql_commit() carries them out, SELECT * FROM iasql_rollback() takes them"
              + " back; then call iasql_uninstall again.");
    }
  }

  /**
   * @throws ConflictException if a view, a foreign key or the like of the user needs the modules
   */
  void run() throws SQLException {
    refuseUserObjects();
    for (InstalledModule module : modules) {
      sql.uninstall(module);
    }
    new NameCheck(connection).refuseRemains(manifests);
    new InstalledModules(connection).remove(modules);
  }

  private void refuseUserObjects() throws SQLException {
    List<String> dependents = new ArrayList<>();
    try (PreparedStatement query =
            ProvidedNames.of(manifests)
                .prepare(
                    connection,
                    "SELECT format('%s needs %s', dependent, needs)"
                        + " FROM iasql_internal.foreign_dependents(?, ?, ?)");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        dependents.add(row.getString(1));
      }
    }
    if (!dependents.isEmpty()) {
      throw new ConflictException(
          ErrorCode.NEEDED_BY_USER,
          "objects of yours need what the module would take away",
          String.join("; ", dependents) + ".",
          "Drop or change them first; IaSQL never drops what it did not make.");
    }
  }
}
