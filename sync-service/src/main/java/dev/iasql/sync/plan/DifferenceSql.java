package dev.iasql.sync.plan;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.sql.Identifiers;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/**
 * The statement that finds the pending changes of a table: columns {@code wanted} and {@code seen},
 * the row of {@code public} and {@code cloud} as JSON or NULL, and {@code changed}, the names of
 * the columns that differ.
 */
final class DifferenceSql {
  private DifferenceSql() {}

  static String of(TableModel model) {
    SqlTable table = new SqlTable(model);
    List<ColumnModel> wanted = model.wantedColumns();
    ColumnModel firstKey = model.key().getFirst();
    return """
    SELECT to_jsonb(p) AS wanted, to_jsonb(c) AS seen,
      array_remove(ARRAY[%s]::text[], NULL) AS changed
    FROM %s p FULL JOIN %s c ON %s
    WHERE %s IS NULL OR %s IS NULL OR %s
    ORDER BY %s
    """
        .formatted(
            SqlTable.each(wanted, ", ", DifferenceSql::nameIfChanged),
            table.wanted(),
            table.seen(),
            table.sameKey("p", "c"),
            SqlTable.name("p", firstKey),
            SqlTable.name("c", firstKey),
            SqlTable.differ("p", "c", wanted),
            SqlTable.each(model.key(), ", ", DifferenceSql::ofEither));
  }

  private static String nameIfChanged(ColumnModel column) {
    return "CASE WHEN %s THEN %s END"
        .formatted(SqlTable.differs("p", "c", column), Identifiers.literal(column.name()));
  }

  private static String ofEither(ColumnModel column) {
    return "coalesce(%s, %s)".formatted(SqlTable.name("p", column), SqlTable.name("c", column));
  }
}
