package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.RowKey;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows of {@code iasql.error} about changes that could not be carried out: at most one for each
 * row, gone as soon as it holds no longer. What a refresh found wrong with rows is not touched.
 */
final class RowFailures {
  /** What {@code iasql.error} says about rows without anybody having changed them. */
  private static final String NOT_OURS =
      "('%s', '%s')".formatted(ErrorCode.REFERENCE_UNSEEN, ErrorCode.RESOURCE_VANISHED);

  private static final String SAME_ROW =
      """
      e.table_name = ? AND e.row_id = ? AND e.account_id IS NOT DISTINCT FROM ?
        AND e.region IS NOT DISTINCT FROM ? AND e.code NOT IN %s
      """
          .formatted(NOT_OURS);

  private final TenantSql sql;
  private final long request;

  RowFailures(TenantSql sql, long request) {
    this.sql = sql;
    this.request = request;
  }

  void record(RowKey key, Fault fault) throws SQLException {
    clear(key);
    sql.update(
        """
        INSERT INTO iasql.error (request_id, table_name, account_id, region, row_id, code, message, hint)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        request,
        key.table(),
        key.accountId(),
        key.region(),
        key.id(),
        fault.code().name(),
        fault.message(),
        fault.hint());
  }

  /** Leaves what says the same already, with the request that said it first. */
  void recordOnce(RowKey key, Fault fault) throws SQLException {
    boolean said =
        !sql.query(
                "SELECT FROM iasql.error e WHERE " + SAME_ROW + " AND e.message = ?",
                row -> true,
                key.table(),
                key.id(),
                key.accountId(),
                key.region(),
                fault.message())
            .isEmpty();
    if (!said) {
      record(key, fault);
    }
  }

  void clear(RowKey key) throws SQLException {
    sql.update(
        "DELETE FROM iasql.error e WHERE " + SAME_ROW,
        key.table(),
        key.id(),
        key.accountId(),
        key.region());
  }

  /** Removes what is said about rows that are not pending any more. */
  void keepOnly(List<Change> pending) throws SQLException {
    ArrayNode keys = Json.MAPPER.createArrayNode();
    for (Change change : pending) {
      keys.addObject()
          .put("table_name", change.key().table())
          .put("row_id", change.key().id())
          .put("account_id", change.key().accountId())
          .put("region", change.key().region());
    }
    sql.update(
        """
        DELETE FROM iasql.error e
        WHERE e.row_id IS NOT NULL AND e.code NOT IN %s
          AND NOT EXISTS (
            SELECT FROM jsonb_to_recordset(?::jsonb)
              AS k (table_name text, row_id text, account_id text, region text)
            WHERE k.table_name = e.table_name AND k.row_id = e.row_id
              AND k.account_id IS NOT DISTINCT FROM e.account_id
              AND k.region IS NOT DISTINCT FROM e.region)
        """
            .formatted(NOT_OURS),
        keys.toString());
  }
}
