package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of module tables that hold changes which are not committed. */
final class PendingRows {
  private static final int NAMED = 5;

  private PendingRows() {}

  /**
   * By table, how many rows it has and the first of them: {@code 2: vpc-1/us-east-1 changed, …}.
   */
  static Map<String, String> find(Connection connection, Collection<String> tables)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT c.table_name, c.pending::text || ': '
              || string_agg(k.key || ' ' || k.change, ', ' ORDER BY k.key)
              || CASE WHEN c.pending > ? THEN ', …' ELSE '' END
            FROM (
              SELECT t.table_name, iasql_internal.pending_rows(t.table_name) AS pending
              FROM unnest(?) AS t (table_name)) c
            CROSS JOIN LATERAL iasql_internal.pending_keys(c.table_name, ?) k
            WHERE c.pending > 0
            GROUP BY c.table_name, c.pending
            """)) {
      query.setInt(1, NAMED);
      query.setArray(2, connection.createArrayOf("text", tables.toArray()));
      query.setInt(3, NAMED);
      try (ResultSet row = query.executeQuery()) {
        Map<String, String> found = new TreeMap<>();
        while (row.next()) {
          found.put(row.getString(1), row.getString(2));
        }
        return found;
      }
    }
  }

  /**
   * @param forced the call that would throw them away
   * @throws ConflictException naming the tables and the rows
   */
  static void refuse(
      Connection connection, Collection<String> tables, String function, String forced)
      throws SQLException {
    List<String> pending = new ArrayList<>();
    find(connection, tables)
        .forEach((table, rows) -> pending.add("%s (%s)".formatted(table, rows)));
    if (!pending.isEmpty()) {
      throw new ConflictException(
          ErrorCode.PENDING_CHANGES,
          "tables hold changes that are not committed",
          "Changed rows: " + String.join(", ", pending) + ".",
          ("SELECT * FROM iasql_commit() carries them out, SELECT * FROM iasql_rollback() takes them"
                  + " back; then call %s again. To throw them away: %s.")
              .formatted(function, forced));
    }
  }
}
