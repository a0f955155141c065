package dev.iasql.sync.merge;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Reference;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.sql.Identifiers;
import dev.iasql.sync.table.SqlTable;
import java.util.Comparator;
import java.util.List;

/**
 * A staged reference to something that cannot be seen becomes NULL, so that the foreign key of
 * {@code public} holds; if it is part of the key, the row is left out. Either is recorded.
 */
final class UnseenReference {
  private final SqlTable table;
  private final ColumnModel column;
  private final Reference reference;

  UnseenReference(SqlTable table, ColumnModel column) {
    this.table = table;
    this.column = column;
    this.reference = column.reference().orElseThrow();
  }

  /** Whether rows are left out, and so are fewer afterwards. */
  boolean leavesOutRows() {
    return column.isKey();
  }

  String sql() {
    return """
    WITH unseen AS (
      %s
      WHERE %s
      RETURNING %s AS account_id, %s AS region, %s AS row_id, old.%s AS target)
    INSERT INTO pg_temp.iasql_row_error
    SELECT %s, account_id, region, row_id, '%s', format(%s, row_id, target), %s FROM unseen
    """
        .formatted(
            change(),
            isUnseen(),
            table.accountId("old"),
            table.region("old"),
            table.rowId("old"),
            name(),
            Identifiers.literal(table.model().name()),
            ErrorCode.REFERENCE_UNSEEN.name(),
            Identifiers.literal(message()),
            Identifiers.literal(hint()));
  }

  /** Whether there is such a reference. */
  String exists() {
    return "SELECT EXISTS (SELECT FROM %s s WHERE %s)".formatted(table.staged(), isUnseen());
  }

  private String isUnseen() {
    return "s.%s IS NOT NULL AND NOT (%s) AND NOT (%s)"
        .formatted(name(), targetIsWanted(), rowIsNotWanted());
  }

  private String change() {
    return column.isKey()
        ? "DELETE FROM %s s".formatted(table.staged())
        : "UPDATE %s s SET %s = NULL".formatted(table.staged(), name());
  }

  private String targetIsWanted() {
    String exists =
        "EXISTS (SELECT FROM public.%s t WHERE %s)"
            .formatted(Identifiers.quote(reference.table()), refersTo("t"));
    // A new row of the same table will be there when the statement that inserts it ends.
    return reference.table().equals(table.model().name())
        ? exists
            + " OR EXISTS (SELECT FROM %s t WHERE %s AND NOT EXISTS (SELECT FROM %s c WHERE %s))"
                .formatted(table.staged(), refersTo("t"), table.seen(), table.sameKey("c", "t"))
        : exists;
  }

  /** A row the user deleted is not stored in {@code public}; {@code cloud} has no foreign keys. */
  private String rowIsNotWanted() {
    return "EXISTS (SELECT FROM %s c WHERE %s) AND NOT EXISTS (SELECT FROM %s p WHERE %s)"
        .formatted(table.seen(), table.sameKey("c", "s"), table.wanted(), table.sameKey("p", "s"));
  }

  private String refersTo(String target) {
    return ReferenceSql.matches(reference, column, "s", target);
  }

  private String name() {
    return SqlTable.name(column);
  }

  private String message() {
    String what = "%s %%s refers to %s %%s, which cannot be seen";
    return (column.isKey() ? what + "; it is left out" : what)
        .formatted(table.model().name(), reference.table());
  }

  private String hint() {
    return "Check that the account may list it, then SELECT * FROM iasql_refresh('%s', '%s');"
        .formatted(reference.table(), table.model().name());
  }

  /** One for each foreign key, those that leave out rows first. */
  static List<UnseenReference> of(SqlTable table) {
    return table.model().foreignKeys().stream()
        .map(column -> new UnseenReference(table, column))
        .sorted(Comparator.comparing(unseen -> !unseen.leavesOutRows()))
        .toList();
  }
}
