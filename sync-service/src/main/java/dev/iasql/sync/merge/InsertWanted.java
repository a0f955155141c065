package dev.iasql.sync.merge;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/**
 * Rows that are new in AWS come into {@code public}. If the user typed a row of the same key
 * already, what the user typed stays. Runs before they come into {@code cloud}.
 */
final class InsertWanted {
  private InsertWanted() {}

  static String sql(SqlTable table) {
    return """
    INSERT INTO %s AS p (%s)
    SELECT %s FROM %s s WHERE NOT EXISTS (SELECT FROM %s c WHERE %s)
    ON CONFLICT (%s) DO %s
    """
        .formatted(
            table.wanted(),
            SqlTable.names(table.model().columns()),
            SqlTable.names("s", table.model().columns()),
            table.staged(),
            table.seen(),
            table.sameKey("c", "s"),
            SqlTable.names(table.model().key()),
            onConflict(table));
  }

  private static String onConflict(SqlTable table) {
    List<ColumnModel> computed = table.model().computedColumns();
    return computed.isEmpty()
        ? "NOTHING"
        : "UPDATE SET %s WHERE %s"
            .formatted(
                SqlTable.each(
                    computed,
                    ", ",
                    column -> "%1$s = excluded.%1$s".formatted(SqlTable.name(column))),
                SqlTable.differ("p", "excluded", computed));
  }
}
