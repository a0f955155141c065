package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.request.ConnectionLoss;
import dev.iasql.sync.commit.Operations.Operation;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.Step;
import dev.iasql.sync.plan.TableGraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes what AWS did into both schemas and completes the operation, in one transaction. */
final class ResultRecorder {
  private static final Logger LOG = Logger.getLogger(ResultRecorder.class);

  private final Connection connection;
  private final TenantSql sql;
  private final TenantRows rows;
  private final Operations operations;
  private final RowFailures failures;

  ResultRecorder(Connection connection, TableGraph graph, long request) {
    this.connection = connection;
    this.sql = new TenantSql(connection);
    this.rows = new TenantRows(sql, graph);
    this.operations = new Operations(sql, request);
    this.failures = new RowFailures(sql, request);
  }

  /** Something that writes the result of an operation. */
  @FunctionalInterface
  private interface Writing {
    StepOutcome write() throws SQLException;
  }

  /** Something that may be impossible because of what the user has made. */
  @FunctionalInterface
  private interface Showing {
    void show() throws SQLException;
  }

  /**
   * AWS made or changed a resource.
   *
   * @param key the row's key in {@code public}
   * @param sent the row of {@code public} as it was when AWS was asked
   * @param made what AWS has now
   */
  StepOutcome made(
      Operation operation, TableModel table, RowKey key, JsonNode sent, ObjectNode made)
      throws SQLException {
    return recorded(
        operation,
        key,
        () -> {
          // Otherwise a deferred constraint of the user would fail the commit, not the statement.
          sql.update("SET CONSTRAINTS ALL IMMEDIATE");
          sql.waitBrieflyForLocks();
          ObjectNode row = rows.withoutUnseen(table, made);
          RowKey now = RowKey.of(table, row);
          Optional<Fault> hidden = show(table, key, sent, row);
          if (!now.equals(key)) {
            rows.forget(table, key);
          }
          rows.see(table, row);
          operations.done(operation, row);
          if (hidden.isEmpty()) {
            failures.clear(key);
            return new StepOutcome.Done(now.id());
          }
          operations.note(operation, hidden.get());
          failures.record(key, hidden.get());
          return new StepOutcome.Failed(now.id(), hidden.get());
        });
  }

  /**
   * Lets the wanted row show what AWS has.
   *
   * @return why it cannot, if so; then nothing was written
   */
  Optional<Fault> show(TableModel table, RowKey key, JsonNode sent, JsonNode made)
      throws SQLException {
    return unless(key, RowKey.of(table, made), () -> rows.adopt(table, sent, made));
  }

  /**
   * Lets the last seen row be wanted.
   *
   * @param key the key of the row that was to show it
   * @return why it cannot, if so; then nothing was written
   */
  Optional<Fault> keep(TableModel table, RowKey key, RowKey seen) throws SQLException {
    return unless(key, seen, () -> rows.wantWhatIsSeen(table, seen));
  }

  private Optional<Fault> unless(RowKey key, RowKey inAws, Showing showing) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      showing.show();
      return Optional.empty();
    } catch (SQLException e) {
      if (ConnectionLoss.caused(e)) {
        throw e;
      }
      connection.rollback(before);
      return Optional.of(Hidden.fault(key, inAws.id(), e));
    }
  }

  /** AWS removed a resource, and with it what belonged to it. */
  StepOutcome removed(Operation operation, Step step) throws SQLException {
    RowKey key = step.change().key();
    return recorded(
        operation,
        key,
        () -> {
          rows.forget(step.change().table(), key);
          for (Change.Delete folded : step.folded()) {
            rows.forget(folded.table(), folded.key());
          }
          operations.done(operation, null);
          failures.clear(key);
          return new StepOutcome.Done(key.id());
        });
  }

  /** AWS refused, or could not be asked. */
  StepOutcome failed(Operation operation, RowKey key, Fault fault) throws SQLException {
    operations.failed(operation.id(), fault);
    failures.record(key, fault);
    connection.commit();
    return new StepOutcome.Failed(key.id(), fault);
  }

  private StepOutcome recorded(Operation operation, RowKey key, Writing writing)
      throws SQLException {
    try {
      StepOutcome outcome = writing.write();
      connection.commit();
      return outcome;
    } catch (SQLException e) {
      if (connection.isClosed() || ConnectionLoss.caused(e)) {
        throw e;
      }
      connection.rollback();
      LOG.errorf(e, "the result of an operation cannot be stored operation=%d", operation.id());
      return failed(operation, key, cannotBeStored(key, e));
    }
  }

  private static Fault cannotBeStored(RowKey key, SQLException reason) {
    return new Fault(
        ErrorCode.OUTCOME_UNKNOWN,
        "AWS did what was asked for %s, but the answer cannot be stored: SQLSTATE %s"
            .formatted(key, reason.getSQLState()),
        null,
        "SELECT * FROM iasql_refresh('%s') and compare. Please report it.".formatted(key.table()));
  }
}
