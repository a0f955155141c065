package dev.iasql.install.request;

import dev.iasql.core.module.ModuleManifest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** One row of the answer of {@code iasql_install} when there is nothing left to import. */
record InstalledTable(String moduleName, String tableName, Long recordCount, String reason) {

  static List<InstalledTable> present(Connection connection, Collection<ModuleManifest> modules)
      throws SQLException {
    return TableRows.count(connection, modules).stream()
        .map(
            rows ->
                new InstalledTable(
                    rows.moduleName(), rows.tableName(), rows.recordCount(), "already installed"))
        .toList();
  }
}
