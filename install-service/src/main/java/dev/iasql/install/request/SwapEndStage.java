package dev.iasql.install.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.request.ConnectionLoss;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Ends a swap whose import is done: checks that the rows of modules that stay find what they refer
 * to, and lets go of what was set aside. If that cannot be, everything becomes as it was.
 */
@Singleton
class SwapEndStage implements StageHandler {
  private static final Logger LOG = Logger.getLogger(SwapEndStage.class);
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final Announcements announcements;
  private final InstallConfiguration configuration;

  SwapEndStage(Announcements announcements, InstallConfiguration configuration) {
    this.announcements = announcements;
    this.configuration = configuration;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    try {
      return end(work, Swap.of(work.request()));
    } catch (SQLException e) {
      if (work.connection().isClosed() || ConnectionLoss.caused(e)) {
        throw e;
      }
      return LockHolders.caused(e) ? SwapUndo.again(work, e) : undo(work, fault(work, e));
    }
  }

  private Outcome end(Work work, Swap swap) throws SQLException {
    Connection connection = work.connection();
    Statements.limitWaiting(connection, configuration.lockTimeout());
    Statements.run(connection, swap.finish());
    Statements.run(connection, List.of("SELECT iasql_internal.drop_parked()"));
    List<Swap.Row> answer = new ArrayList<>(swap.answer());
    answer.addAll(
        Swap.rows("installed", new Losses(Map.of(), List.of()).rows(connection, swap.arriving())));
    announcements.prepare(work, InstallationChanged.Change.REMOVED, swap.leaving());
    return Outcome.rows(answer);
  }

  private static Outcome undo(Work work, Fault fault) throws SQLException {
    work.connection().rollback();
    ObjectNode next = work.request().work().deepCopy();
    next.set("fault", Json.MAPPER.valueToTree(fault));
    return new Outcome.Next(Stage.UNDO, next);
  }

  private static Fault fault(Work work, SQLException e) {
    PostgresAnswer answer = PostgresAnswer.of(e).orElse(null);
    if (answer != null && FOREIGN_KEY_VIOLATION.equals(answer.sqlState())) {
      return new Fault(
          ErrorCode.REFERENCE_UNSEEN,
          "rows of %s refer to what the import did not find in AWS".formatted(answer.table()),
          answer.detail(),
          "Everything is as it was. Bring the tables up to date with SELECT * FROM iasql_refresh(),"
              + " commit or roll back what is pending, then swap again.");
    }
    LOG.errorf(
        e, "swap cannot be ended tenant=%s request=%d", work.tenant().name(), work.request().id());
    return new Fault(
        ErrorCode.INTERNAL,
        "%s failed unexpectedly".formatted(work.request().function()),
        null,
        "Everything is as it was. The service's log has the details for request %d."
            .formatted(work.request().id()));
  }
}
