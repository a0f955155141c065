package dev.iasql.install.request;

import dev.iasql.core.module.ModuleManifest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How many rows a module's table has; one row of an answer.
 *
 * @param tableName {@code null} for a module without tables, and then so is the count
 */
record TableRows(String moduleName, String tableName, Long recordCount) {

  /** In the order of the modules and of their manifests. */
  static List<TableRows> count(Connection connection, Collection<ModuleManifest> modules)
      throws SQLException {
    List<String> owners = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    for (ModuleManifest manifest : modules) {
      List<String> provided = manifest.provides().tables();
      for (int i = 0; i < Math.max(1, provided.size()); i++) {
        owners.add(manifest.name());
        tables.add(provided.isEmpty() ? null : provided.get(i));
      }
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT module_name, table_name, iasql_internal.row_count(table_name)
            FROM unnest(?, ?) WITH ORDINALITY AS t (module_name, table_name, position)
            ORDER BY position
            """)) {
      query.setArray(1, connection.createArrayOf("text", owners.toArray()));
      query.setArray(2, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet row = query.executeQuery()) {
        List<TableRows> counted = new ArrayList<>();
        while (row.next()) {
          counted.add(
              new TableRows(row.getString(1), row.getString(2), row.getObject(3, Long.class)));
        }
        return counted;
      }
    }
  }
}
