package dev.iasql.acceptance;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of tables at one moment, in both schemas. */
record Snapshot(Map<String, List<String>> rows) {

  static Snapshot of(TenantDatabase tenant, String... tables) throws SQLException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String schema : List.of("public", "cloud")) {
      for (String table : tables) {
        String name = schema + "." + table;
        rows.put(
            name,
            tenant
                .query("SELECT to_jsonb(t)::text AS row FROM %s t ORDER BY 1".formatted(name))
                .stream()
                .map(row -> (String) row.get("row"))
                .toList());
      }
    }
    return new Snapshot(rows);
  }
}
