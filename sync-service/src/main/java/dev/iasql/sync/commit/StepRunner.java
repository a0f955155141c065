package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.client.AwsFaults;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.spi.Aws;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import dev.iasql.sync.commit.Operations.Operation;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.Step;
import dev.iasql.sync.plan.TableGraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Carries out single steps: looks whether the row is still as planned, notes the operation, asks
 * AWS outside of any transaction, and writes the result.
 */
final class StepRunner {
  private static final Logger LOG = Logger.getLogger(StepRunner.class);

  private final Connection connection;
  private final AwsCalls calls;
  private final TenantRows rows;
  private final Operations operations;
  private final ResultRecorder results;
  private final Renames renames;

  StepRunner(Connection connection, TableGraph graph, AwsCalls calls, long request) {
    TenantSql sql = new TenantSql(connection);
    this.connection = connection;
    this.calls = calls;
    this.rows = new TenantRows(sql, graph);
    this.operations = new Operations(sql, request);
    this.results = new ResultRecorder(connection, graph, request);
    this.renames = new Renames(graph);
  }

  /**
   * @throws SQLException if the tenant's database fails; then the operation stays noted as started
   */
  StepOutcome run(Step step) throws SQLException {
    RowKey key = keyNow(step.change());
    Optional<JsonNode> wanted = rows.wanted(step.change().table(), key);
    Optional<StepOutcome> outdated = outdated(step.change(), wanted);
    if (outdated.isPresent()) {
      connection.rollback();
      return outdated.get();
    }
    return switch (step.change()) {
      case Change.Create create -> {
        JsonNode row = wanted.orElseThrow();
        ObjectNode sent = renames.apply(create.table(), row);
        yield make(
            step,
            key,
            null,
            row,
            token -> calls.of(create.table()).create(calls.aws(create, sent, token), sent));
      }
      case Change.Update update -> {
        JsonNode row = wanted.orElseThrow();
        ObjectNode sent = renames.apply(update.table(), row);
        yield make(
            step,
            key,
            update.before(),
            row,
            token ->
                calls
                    .of(update.table())
                    .update(calls.aws(update, sent, token), update.before(), sent));
      }
      case Change.Delete delete -> remove(step, delete);
    };
  }

  /** The key with the ids that were assigned since the plan was made. */
  private RowKey keyNow(Change change) {
    return RowKey.of(change.table(), renames.apply(change.table(), change.row()));
  }

  /** Nothing but the plan is sent to AWS: what a user changed meanwhile waits for the next one. */
  private Optional<StepOutcome> outdated(Change change, Optional<JsonNode> wanted) {
    boolean asPlanned =
        switch (change) {
          case Change.Create create -> isWanted(create.table(), create.after(), wanted);
          case Change.Update update -> isWanted(update.table(), update.after(), wanted);
          case Change.Delete delete -> wanted.isEmpty();
        };
    return asPlanned
        ? Optional.empty()
        : Optional.of(
            new StepOutcome.Skipped(
                "the row was changed while the commit was under way; commit again"));
  }

  private boolean isWanted(TableModel table, JsonNode planned, Optional<JsonNode> wanted) {
    return wanted.filter(row -> renames.wantTheSame(table, planned, row)).isPresent();
  }

  private StepOutcome make(
      Step step, RowKey key, JsonNode before, JsonNode row, Function<String, ObjectNode> call)
      throws SQLException {
    Operation operation = operations.start(step, key, before, row);
    connection.commit();
    ObjectNode made;
    try {
      made = call.apply(operation.token());
    } catch (RuntimeException e) {
      return results.failed(operation, key, fault(key, e));
    }
    StepOutcome outcome = results.made(operation, step.change().table(), key, row, made);
    if (outcome instanceof StepOutcome.Done) {
      renames.add(key, RowKey.of(step.change().table(), made));
    }
    return outcome;
  }

  private StepOutcome remove(Step step, Change.Delete delete) throws SQLException {
    Operation operation = operations.start(step, delete.key(), delete.before(), null);
    connection.commit();
    try {
      Aws aws = calls.aws(delete, delete.before(), operation.token());
      calls.of(delete.table()).delete(aws, delete.before());
    } catch (RuntimeException e) {
      return results.failed(operation, delete.key(), fault(delete.key(), e));
    }
    return results.removed(operation, step);
  }

  private static Fault fault(RowKey key, RuntimeException failure) {
    return switch (failure) {
      case IasqlException e -> e.fault();
      case SdkException e -> AwsFaults.of(e).fault();
      default -> {
        LOG.errorf(failure, "an operation failed unexpectedly table=%s", key.table());
        yield new Fault(
            ErrorCode.INTERNAL,
            "%s could not be carried out".formatted(key),
            failure.getClass().getSimpleName(),
            "The service's log has the details. Please report it.");
      }
    };
  }
}
