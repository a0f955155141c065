package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.request.RequestQueue;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.Step;
import java.sql.SQLException;
import java.util.UUID;

/** Table {@code iasql.operation}: written before AWS is asked, completed with the result. */
final class Operations {
  private final TenantSql sql;
  private final long request;

  Operations(TenantSql sql, long request) {
    this.sql = sql;
    this.request = request;
  }

  /**
   * An operation under way.
   *
   * @param token the same whenever this operation is looked at, and no other's, in whatever
   *     database
   */
  record Operation(long id, String token) {}

  /**
   * @param before what AWS was last seen to have, or {@code null}
   * @param after what is wanted, or {@code null}
   */
  Operation start(Step step, RowKey key, JsonNode before, JsonNode after) throws SQLException {
    return sql.query(
            """
            INSERT INTO iasql.operation (request_id, step, action, table_name, row_key, before, after)
            VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
            RETURNING id, id || '/' || started_at || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
            """,
            row -> new Operation(row.getLong(1), token(row.getString(2))),
            request,
            step.number(),
            step.change().action(),
            step.change().table().name(),
            key.json().toString(),
            text(before),
            text(after))
        .getFirst();
  }

  private static String token(String identity) {
    return "iasql-"
        + UUID.nameUUIDFromBytes(identity.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /**
   * @param after what AWS has now, or {@code null}
   */
  void done(Operation operation, JsonNode after) throws SQLException {
    sql.update(
        "UPDATE iasql.operation SET state = 'done', after = ?::jsonb,"
            + " finished_at = clock_timestamp() WHERE id = ?",
        text(after),
        operation.id());
  }

  /** AWS did it, but its row cannot show it. */
  void note(Operation operation, Fault fault) throws SQLException {
    sql.update(
        "UPDATE iasql.operation SET error = ?::jsonb WHERE id = ?",
        RequestQueue.json(fault).toString(),
        operation.id());
  }

  void failed(long operation, Fault fault) throws SQLException {
    sql.update(
        "UPDATE iasql.operation SET state = 'failed', error = ?::jsonb,"
            + " finished_at = clock_timestamp() WHERE id = ?",
        RequestQueue.json(fault).toString(),
        operation);
  }

  private static String text(JsonNode row) {
    return row == null ? null : row.toString();
  }
}
