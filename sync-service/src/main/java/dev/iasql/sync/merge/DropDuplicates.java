package dev.iasql.sync.merge;

import dev.iasql.sync.table.SqlTable;

/** A resource that moved to the next page while pages were read is listed twice; one is enough. */
final class DropDuplicates {
  private DropDuplicates() {}

  static String sql(SqlTable table) {
    return "DELETE FROM %1$s s USING %1$s o WHERE %2$s AND s.ctid < o.ctid"
        .formatted(table.staged(), table.sameKey("s", "o"));
  }
}
