package dev.iasql.sync.commit;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/**
 * Statements that make {@code public} what {@code cloud} is; each gives the rows it wrote as JSON.
 */
record RollbackSql(SqlTable table) {
  RollbackSql(TableModel model) {
    this(new SqlTable(model));
  }

  /** Rows that were deleted come back. */
  String takeBackDeletes() {
    return """
    INSERT INTO %s AS p (%s)
    SELECT %s FROM %s c WHERE NOT EXISTS (SELECT FROM %s o WHERE %s)
    RETURNING to_jsonb(p)
    """
        .formatted(
            table.wanted(),
            SqlTable.names(table.model().columns()),
            SqlTable.names("c", table.model().columns()),
            table.seen(),
            table.wanted(),
            table.sameKey("o", "c"));
  }

  /** Whether there are columns that could have been changed. */
  boolean canBeUpdated() {
    return !table.model().wantedColumns().isEmpty();
  }

  /** Columns that were changed get their values back. */
  String takeBackUpdates() {
    List<ColumnModel> wanted = table.model().wantedColumns();
    return """
    UPDATE %s p SET %s FROM %s c
    WHERE %s AND %s
    RETURNING to_jsonb(p)
    """
        .formatted(
            table.wanted(),
            SqlTable.each(wanted, ", ", column -> "%1$s = c.%1$s".formatted(SqlTable.name(column))),
            table.seen(),
            table.sameKey("p", "c"),
            SqlTable.differ("p", "c", wanted));
  }

  /** Rows that were inserted go. */
  String takeBackCreates() {
    return """
    DELETE FROM %s p WHERE NOT EXISTS (SELECT FROM %s c WHERE %s)
    RETURNING to_jsonb(p)
    """
        .formatted(table.wanted(), table.seen(), table.sameKey("c", "p"));
  }
}
