package dev.iasql.sync.merge;

import dev.iasql.sync.table.SqlTable;

/**
 * Rows that are new in AWS come into {@code cloud}. Columns AWS does not know are taken from {@code
 * public}, where the row is by now: they never differ between the two.
 */
final class InsertSeen {
  private InsertSeen() {}

  static String sql(SqlTable table) {
    return """
    INSERT INTO %s (%s)
    SELECT %s FROM %s s%s
    WHERE NOT EXISTS (SELECT FROM %s c WHERE %s)
    """
        .formatted(
            table.seen(),
            SqlTable.names(table.model().columns()),
            SqlTable.each(
                table.model().columns(),
                ", ",
                column -> SqlTable.name(column.isLocal() ? "p" : "s", column)),
            table.staged(),
            joinWanted(table),
            table.seen(),
            table.sameKey("c", "s"));
  }

  private static String joinWanted(SqlTable table) {
    return table.model().localColumns().isEmpty()
        ? ""
        : " JOIN %s p ON %s".formatted(table.wanted(), table.sameKey("p", "s"));
  }
}
