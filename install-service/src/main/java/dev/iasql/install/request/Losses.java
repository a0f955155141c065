package dev.iasql.install.request;

import dev.iasql.core.module.ModuleManifest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a forced removal throws away.
 *
 * @param pending rows that were not committed, by table
 * @param objects what users had built on the modules
 */
record Losses(Map<String, String> pending, Collection<String> objects) {
  /** One row of the answer. */
  record Row(String moduleName, String tableName, Long recordCount, String lost) {}

  /** Counts what there is now; what users had built is told of in the first row. */
  List<Row> rows(Connection connection, Collection<ModuleManifest> modules) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (TableRows counted : TableRows.count(connection, modules)) {
      List<String> lost = new ArrayList<>();
      if (counted.tableName() != null && pending.containsKey(counted.tableName())) {
        lost.add("uncommitted changes (%s)".formatted(pending.get(counted.tableName())));
      }
      if (rows.isEmpty()) {
        lost.addAll(objects);
      }
      rows.add(
          new Row(
              counted.moduleName(),
              counted.tableName(),
              counted.recordCount(),
              lost.isEmpty() ? null : String.join("; ", lost)));
    }
    return rows;
  }
}
