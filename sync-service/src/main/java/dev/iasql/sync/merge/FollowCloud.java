package dev.iasql.sync.merge;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.sync.table.SqlTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of {@code public} follow AWS, column by column: with {@code cloud} as the base, a column the
 * user did not touch takes the staged value, one the user changed stays; what AWS computes always
 * follows. Runs before {@code cloud} changes.
 */
final class FollowCloud {
  private FollowCloud() {}

  /** Whether the table has columns that could follow. */
  static boolean applies(SqlTable table) {
    return !followed(table).isEmpty();
  }

  static String sql(SqlTable table) {
    return """
    UPDATE %s p SET %s
    FROM %s s JOIN %s c ON %s
    WHERE %s AND (%s)
    """
        .formatted(
            table.wanted(),
            SqlTable.each(followed(table), ", ", FollowCloud::assignment),
            table.staged(),
            table.seen(),
            table.sameKey("c", "s"),
            table.sameKey("p", "s"),
            SqlTable.each(followed(table), " OR ", FollowCloud::follows));
  }

  private static String assignment(ColumnModel column) {
    String name = SqlTable.name(column);
    return column.isComputed()
        ? "%1$s = s.%1$s".formatted(name)
        : "%1$s = CASE WHEN %2$s THEN p.%1$s ELSE s.%1$s END"
            .formatted(name, SqlTable.differs("p", "c", column));
  }

  private static String follows(ColumnModel column) {
    return column.isComputed()
        ? SqlTable.differs("p", "s", column)
        : "(%s AND NOT %s)"
            .formatted(
                SqlTable.differs("s", "c", column), "(" + SqlTable.differs("p", "c", column) + ")");
  }

  private static List<ColumnModel> followed(SqlTable table) {
    List<ColumnModel> columns = new ArrayList<>(table.model().wantedColumns());
    columns.addAll(table.model().computedColumns());
    return columns;
  }
}
