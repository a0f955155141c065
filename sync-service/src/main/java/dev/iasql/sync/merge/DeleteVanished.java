package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.spi.Scope;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.sql.Identifiers;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/**
 * Rows that are gone in AWS go from {@code cloud}, and from {@code public} unless the user changed
 * them. A row that others in {@code public} still refer to stays in both, until they are gone too.
 * What stays is recorded. Returns how many went from {@code cloud}.
 */
final class DeleteVanished {
  private final SqlTable table;
  private final ReferringRows referring;

  /**
   * @param installed the tables that may refer to this one
   */
  DeleteVanished(SqlTable table, List<AwsTable<?>> installed) {
    this.table = table;
    this.referring = new ReferringRows(table, installed);
  }

  /** An account is there or cannot be signed in to; that one is gone, no listing can tell. */
  boolean applies() {
    return table.model().scope() != Scope.ACCOUNT;
  }

  /** All of them. */
  String sql() {
    return sql("");
  }

  /** The one whose key, as text in the key's order, the parameters give. */
  String sqlOfOne() {
    return sql(
        SqlTable.each(
            table.model().key(), "", column -> " AND %s::text = ?".formatted(name("c", column))));
  }

  /** The keys of all of them, as text. */
  String keys() {
    return "SELECT %s FROM %s c WHERE %s"
        .formatted(
            SqlTable.each(table.model().key(), ", ", column -> name("c", column) + "::text"),
            table.seen(),
            isVanished());
  }

  /** Records that the one the parameters name stays because of a table of the user's. */
  String keptByUsersTable() {
    return """
    INSERT INTO pg_temp.iasql_row_error
    SELECT %s FROM %s c WHERE true%s
    """
        .formatted(
            error(
                "c", "%s %s no longer exists in AWS, but a table of yours refers to it", REFERRED),
            table.seen(),
            SqlTable.each(
                table.model().key(),
                "",
                column -> " AND %s::text = ?".formatted(name("c", column))));
  }

  private static final String REFERRED =
      "Delete or change the rows that refer to it, then SELECT * FROM iasql_refresh('%s');";

  private static final String CHANGED =
      "SELECT * FROM iasql_rollback() or DELETE takes the row away; insert it anew to create it"
          + " again in AWS (%s).";

  private String sql(String furtherCondition) {
    return """
    WITH vanished AS (
      SELECT c.* FROM %1$s c WHERE %2$s%3$s),
    held AS (
      SELECT %4$s FROM vanished c JOIN %5$s p ON %6$s WHERE NOT %7$s AND (%8$s)),
    gone AS (
      DELETE FROM %1$s d USING vanished c
      WHERE %9$s AND NOT EXISTS (SELECT FROM held h WHERE %10$s) RETURNING d.*),
    dropped AS (
      DELETE FROM %5$s p USING gone c WHERE %6$s AND NOT %7$s RETURNING %11$s),
    told AS (
      INSERT INTO pg_temp.iasql_row_error
      SELECT %12$s FROM held h
      UNION ALL
      SELECT %13$s FROM gone c JOIN %5$s p ON %6$s
      WHERE NOT EXISTS (SELECT FROM dropped d WHERE %14$s))
    SELECT count(*) FROM gone
    """
        .formatted(
            table.seen(),
            isVanished(),
            furtherCondition,
            SqlTable.names("c", table.model().key()),
            table.wanted(),
            table.sameKey("p", "c"),
            SqlTable.differ("p", "c", table.model().wantedColumns()),
            referring.to("p"),
            table.sameKey("d", "c"),
            table.sameKey("h", "c"),
            SqlTable.names("p", table.model().key()),
            error("h", "%s %s no longer exists in AWS, but other rows refer to it", REFERRED),
            error("c", "%s %s no longer exists in AWS, but you have changed it", CHANGED),
            table.sameKey("d", "c"));
  }

  private String isVanished() {
    return """
    EXISTS (SELECT FROM pg_temp.iasql_read r WHERE r.table_name = %s AND %s)
        AND NOT EXISTS (SELECT FROM %s s WHERE %s)"""
        .formatted(
            Identifiers.literal(table.model().name()),
            SqlTable.each(
                table.model().scopeColumns(),
                " AND ",
                column -> name("r", column) + " = " + name("c", column)),
            table.staged(),
            table.sameKey("s", "c"));
  }

  private String error(String alias, String message, String hint) {
    String name = table.model().name();
    return "%s, %s, %s, %s, '%s', format(%s, %s, %s), %s"
        .formatted(
            Identifiers.literal(name),
            table.accountId(alias),
            table.region(alias),
            table.rowId(alias),
            ErrorCode.RESOURCE_VANISHED.name(),
            Identifiers.literal(message),
            Identifiers.literal(name),
            table.rowId(alias),
            Identifiers.literal(hint.formatted(name)));
  }

  private static String name(String alias, ColumnModel column) {
    return SqlTable.name(alias, column);
  }
}
