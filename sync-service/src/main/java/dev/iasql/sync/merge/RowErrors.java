package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.sync.table.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes {@code iasql.error} say what is wrong with single rows: what a merge found is added, what
 * it did not find again goes. What holds already is not written anew.
 */
final class RowErrors {
  private static final String REMOVE_UNSEEN =
      """
      DELETE FROM iasql.error e USING pg_temp.iasql_read r
      WHERE e.code = '%s' AND e.table_name = r.table_name
        AND (r.account_id IS NULL OR e.account_id = r.account_id)
        AND (r.region IS NULL OR e.region = r.region)
        AND NOT EXISTS (
          SELECT FROM pg_temp.iasql_row_error n
          WHERE n.table_name = e.table_name AND n.account_id IS NOT DISTINCT FROM e.account_id
            AND n.region IS NOT DISTINCT FROM e.region AND n.row_id = e.row_id
            AND n.message = e.message)
      """
          .formatted(ErrorCode.REFERENCE_UNSEEN.name());

  private static final String ADD =
      """
      INSERT INTO iasql.error (request_id, table_name, account_id, region, row_id, code, message, hint)
      SELECT ?, n.* FROM pg_temp.iasql_row_error n
      WHERE NOT EXISTS (
        SELECT FROM iasql.error e
        WHERE n.table_name = e.table_name AND n.account_id IS NOT DISTINCT FROM e.account_id
          AND n.region IS NOT DISTINCT FROM e.region AND n.row_id = e.row_id
          AND n.message = e.message)
      """;

  private static final String TABLES_WITH_VANISHED =
      "SELECT DISTINCT table_name FROM iasql.error WHERE code = '%s'"
          .formatted(ErrorCode.RESOURCE_VANISHED.name());

  private final Connection connection;

  RowErrors(Connection connection) {
    this.connection = connection;
  }

  void record(long request, List<AwsTable<?>> tables) throws SQLException {
    update(REMOVE_UNSEEN);
    removeSettled(tables);
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setLong(1, request);
      statement.executeUpdate();
    }
  }

  /** A row that went from {@code public}, or is in AWS again, is not vanished any more. */
  private void removeSettled(List<AwsTable<?>> tables) throws SQLException {
    Set<String> withVanished = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES_WITH_VANISHED);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        withVanished.add(row.getString(1));
      }
    }
    for (AwsTable<?> table : tables) {
      if (withVanished.contains(table.name())) {
        update(removeSettled(new SqlTable(table.model())));
      }
    }
  }

  private static String removeSettled(SqlTable table) {
    return """
    DELETE FROM iasql.error e
    WHERE e.code = '%s' AND e.table_name = '%s'
      AND NOT EXISTS (SELECT FROM pg_temp.iasql_row_error n WHERE n.row_id = e.row_id)
      AND (NOT EXISTS (SELECT FROM %s p WHERE %s) OR EXISTS (SELECT FROM %s c WHERE %s))
    """
        .formatted(
            ErrorCode.RESOURCE_VANISHED.name(),
            table.model().name(),
            table.wanted(),
            isAbout(table, "p"),
            table.seen(),
            isAbout(table, "c"));
  }

  private static String isAbout(SqlTable table, String alias) {
    return "%s = e.row_id AND %s IS NOT DISTINCT FROM e.account_id AND %s IS NOT DISTINCT FROM e.region"
        .formatted(table.rowId(alias), table.accountId(alias), table.region(alias));
  }

  private void update(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
