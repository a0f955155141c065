package dev.iasql.sync.merge;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/** A new row does not claim a mark that another row holds already, such as being the default. */
final class KeepOnlyOne {
  private KeepOnlyOne() {}

  static List<String> sql(SqlTable table) {
    return table.model().columns().stream()
        .filter(ColumnModel::onlyOne)
        .map(column -> sql(table, column))
        .toList();
  }

  private static String sql(SqlTable table, ColumnModel mark) {
    String sameScope =
        SqlTable.each(
            table.model().scopeColumns(),
            "",
            column ->
                " AND %1$s = %2$s"
                    .formatted(SqlTable.name("p", column), SqlTable.name("s", column)));
    return """
    UPDATE %s s SET %s = false
    WHERE s.%s AND EXISTS (SELECT FROM %s p WHERE p.%s%s)
    """
        .formatted(
            table.staged(),
            SqlTable.name(mark),
            SqlTable.name(mark),
            table.wanted(),
            SqlTable.name(mark),
            sameScope);
  }
}
