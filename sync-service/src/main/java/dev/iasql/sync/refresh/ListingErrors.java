package dev.iasql.sync.refresh;

import dev.iasql.core.error.Fault;
import dev.iasql.sync.account.AccountRegion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What {@code iasql.error} says of whole listings: the last failure of each place stays until the
 * place is read again.
 */
final class ListingErrors {
  private static final String REMOVE_READ =
      """
      DELETE FROM iasql.error e USING pg_temp.iasql_read r
      WHERE e.row_id IS NULL AND e.table_name = r.table_name
        AND (e.account_id IS NOT DISTINCT FROM r.account_id
            AND e.region IS NOT DISTINCT FROM r.region
          OR num_nonnulls(e.account_id, e.region) = 0)
      """;

  private static final String REMOVE =
      """
      DELETE FROM iasql.error
      WHERE row_id IS NULL AND table_name = ? AND account_id IS NOT DISTINCT FROM ?
        AND region IS NOT DISTINCT FROM ?
      """;

  private static final String ADD =
      """
      INSERT INTO iasql.error (request_id, table_name, account_id, region, code, message, hint)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;
  private final long request;

  ListingErrors(Connection connection, long request) {
    this.connection = connection;
    this.request = request;
  }

  /** Removes those of places that are staged completely, and those of their tables as a whole. */
  void removeRead() throws SQLException {
    update(REMOVE_READ);
  }

  /** Replaces what was said of the place. */
  void record(RefreshReport.Failure failure) throws SQLException {
    AccountRegion place = failure.place();
    update(REMOVE, failure.table(), place.accountId(), place.region());
    Fault fault = failure.fault();
    update(
        ADD,
        request,
        failure.table(),
        place.accountId(),
        place.region(),
        fault.code().name(),
        fault.message(),
        fault.hint());
  }

  private void update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
