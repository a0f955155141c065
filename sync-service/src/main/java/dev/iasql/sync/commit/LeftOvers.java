package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.sync.plan.RowJson;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.TableGraph;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows earlier commits could not bring to an end: AWS has the resource but its row could not show
 * it, or nobody knows whether AWS has it. {@code iasql.error} keeps them until they are settled; as
 * long as they are not, they are neither made again nor deleted.
 */
final class LeftOvers {
  private static final String OPEN =
      """
      SELECT o.table_name, o.row_key, o.after, o.state, e.row_id, e.account_id, e.region, e.code,
        e.message, e.hint
      FROM iasql.error e
      JOIN iasql.operation o ON o.request_id = e.request_id AND o.table_name = e.table_name
      WHERE e.row_id IS NOT NULL AND o.error IS NOT NULL
        AND (o.state = 'done' AND o.action <> 'delete'
          OR o.state = 'failed' AND o.action = 'create' AND e.code = '%s')
      ORDER BY o.id
      """
          .formatted(ErrorCode.OUTCOME_UNKNOWN.name());

  /**
   * One of them.
   *
   * @param key the row's key when AWS was asked
   * @param made what AWS has, if that is known
   */
  private record LeftOver(TableModel table, RowKey key, Optional<JsonNode> made, Fault fault) {}

  private final TenantSql sql;
  private final TableGraph graph;
  private final TenantRows rows;
  private final ResultRecorder results;
  private final RowFailures failures;

  LeftOvers(TenantSql sql, TableGraph graph, long request) {
    this.sql = sql;
    this.graph = graph;
    this.rows = new TenantRows(sql, graph);
    this.results = new ResultRecorder(sql.connection(), graph, request);
    this.failures = new RowFailures(sql, request);
  }

  /** Settles what can be settled by now, in the open transaction, and tells what cannot. */
  Map<RowKey, Fault> settle() throws SQLException {
    sql.waitBrieflyForLocks();
    Map<RowKey, Fault> open = new HashMap<>();
    for (Optional<LeftOver> found : sql.query(OPEN, this::read)) {
      if (found.isPresent() && !isSettled(found.get())) {
        open.put(found.get().key(), found.get().fault());
        found
            .get()
            .made()
            .ifPresent(made -> open.put(RowKey.of(found.get().table(), made), found.get().fault()));
      }
    }
    return open;
  }

  private boolean isSettled(LeftOver leftOver) throws SQLException {
    boolean settled =
        leftOver.made().isPresent()
            ? isShown(leftOver, RowKey.of(leftOver.table(), leftOver.made().get()))
            : rows.wanted(leftOver.table(), leftOver.key()).isEmpty();
    if (settled) {
      failures.clear(leftOver.key());
    }
    return settled;
  }

  private boolean isShown(LeftOver leftOver, RowKey inAws) throws SQLException {
    TableModel table = leftOver.table();
    Optional<JsonNode> seen = rows.seen(table, inAws);
    if (seen.isEmpty()) {
      return true;
    }
    Optional<JsonNode> wanted = rows.wanted(table, leftOver.key());
    if (wanted.isEmpty()) {
      // The user gave up the row, which is no wish to delete a resource it never showed.
      return results.keep(table, leftOver.key(), inAws).isEmpty();
    }
    ObjectNode shown = rows.withoutUnseen(table, overlaid(table, seen.get(), wanted.get()));
    return results.show(table, leftOver.key(), wanted.get(), shown).isEmpty();
  }

  /** What is seen, but with what the user wants where it is said. */
  private static ObjectNode overlaid(TableModel table, JsonNode seen, JsonNode wanted) {
    ObjectNode row = seen.deepCopy();
    for (ColumnModel column : table.wantedColumns()) {
      JsonNode value = wanted.path(column.name());
      if (!value.isNull()) {
        row.set(column.name(), value);
      }
    }
    return row;
  }

  /** Empty for the operation of another row of the same table. */
  private Optional<LeftOver> read(ResultSet row) throws SQLException {
    Optional<TableModel> table = graph.find(row.getString("table_name"));
    JsonNode keyColumns = RowJson.read(row.getString("row_key"));
    Optional<RowKey> key = table.map(model -> RowKey.of(model, keyColumns));
    if (key.isEmpty() || !isAbout(row, key.get())) {
      return Optional.empty();
    }
    boolean done = row.getString("state").equals("done");
    return Optional.of(
        new LeftOver(
            table.get(),
            key.get(),
            done ? Optional.of(RowJson.read(row.getString("after"))) : Optional.empty(),
            new Fault(
                ErrorCode.valueOf(row.getString("code")),
                row.getString("message"),
                null,
                row.getString("hint"))));
  }

  private static boolean isAbout(ResultSet error, RowKey key) throws SQLException {
    return key.id().equals(error.getString("row_id"))
        && Objects.equals(key.accountId(), error.getString("account_id"))
        && Objects.equals(key.region(), error.getString("region"));
  }
}
