package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.sql.Identifiers;
import dev.iasql.sync.plan.RowJson;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.TableGraph;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What a worker that died left behind. Whoever holds the tenant's lock is alone, so an operation
 * that is noted as started was interrupted, and AWS may or may not have carried it out.
 *
 * <p>An update or deletion is safe to repeat, and the refresh before the plan shows whether it was
 * done. A creation is not: AWS would make a second resource. Its row is refused until the user has
 * compared and either removed it or given it another placeholder.
 */
final class Interruption {
  private static final Logger LOG = Logger.getLogger(Interruption.class);

  private record Started(long id, long request, String action, String table, String key) {}

  private final TenantSql sql;
  private final TableGraph graph;

  Interruption(TenantSql sql, TableGraph graph) {
    this.sql = sql;
    this.graph = graph;
  }

  /** Notes every interrupted operation as failed, in the open transaction. */
  void clearUp() throws SQLException {
    List<Started> left =
        sql.query(
            """
            SELECT id, request_id, action, table_name, row_key
            FROM iasql.operation WHERE state = 'started' ORDER BY id
            """,
            row ->
                new Started(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)));
    for (Started started : left) {
      LOG.warnf(
          "operation was interrupted request=%d operation=%d action=%s table=%s",
          started.request(), started.id(), started.action(), started.table());
      record(started);
    }
  }

  /** What a request did, as far as it was completed. */
  List<CommitRow> done(long request) throws SQLException {
    return sql
        .query(
            """
            SELECT action, table_name, coalesce(after, before)
            FROM iasql.operation WHERE request_id = ? AND state = 'done' ORDER BY id
            """,
            this::done,
            request)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<CommitRow> done(ResultSet row) throws SQLException {
    String action = row.getString(1);
    JsonNode resource = RowJson.read(row.getString(3));
    return graph.find(row.getString(2)).map(table -> CommitRow.done(action, table, resource));
  }

  private void record(Started started) throws SQLException {
    TableModel table = graph.find(started.table()).orElse(null);
    if (table == null) {
      new Operations(sql, started.request()).failed(started.id(), unknown(started.table(), null));
      return;
    }
    RowKey key = RowKey.of(table, RowJson.read(started.key()));
    boolean couldBeDoubled = started.action().equals("create") && table.assignedId().isPresent();
    Fault fault = unknown(key.toString(), couldBeDoubled ? hint(table, key) : null);
    new Operations(sql, started.request()).failed(started.id(), fault);
    if (couldBeDoubled) {
      new RowFailures(sql, started.request()).record(key, fault);
    }
  }

  private static Fault unknown(String what, String hint) {
    return new Fault(
        ErrorCode.OUTCOME_UNKNOWN,
        "a commit was interrupted at %s; AWS may have carried it out".formatted(what),
        null,
        hint);
  }

  private static String hint(TableModel table, RowKey key) {
    String id = table.assignedId().orElseThrow().name();
    return ("SELECT * FROM iasql_refresh(%1$s) and look for it. If it is there, let what refers to"
            + " this row refer to it and DELETE FROM %2$s WHERE %3$s = %4$s; if it is not:"
            + " UPDATE %2$s SET %3$s = %5$s WHERE %3$s = %4$s. Then commit again.")
        .formatted(
            Identifiers.literal(table.name()),
            table.name(),
            id,
            Identifiers.literal(key.id()),
            Identifiers.literal(key.id() + "-again"));
  }
}
