package dev.iasql.sync.merge;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/** Rows of {@code cloud} that AWS changed take the staged values; equal rows are not written. */
final class UpdateSeen {
  private UpdateSeen() {}

  /** Whether the table has columns AWS could change. */
  static boolean applies(SqlTable table) {
    return !columns(table).isEmpty();
  }

  static String sql(SqlTable table) {
    return "UPDATE %s c SET %s FROM %s s WHERE %s AND %s"
        .formatted(
            table.seen(),
            SqlTable.each(
                columns(table), ", ", column -> "%1$s = s.%1$s".formatted(SqlTable.name(column))),
            table.staged(),
            table.sameKey("c", "s"),
            SqlTable.differ("c", "s", columns(table)));
  }

  private static List<ColumnModel> columns(SqlTable table) {
    return table.model().columns().stream()
        .filter(column -> !column.isKey() && !column.isLocal())
        .toList();
  }
}
