package dev.iasql.sync.commit;

import dev.iasql.core.error.IasqlException;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.Refused;
import dev.iasql.sync.plan.Step;
import dev.iasql.sync.plan.TableGraph;
import dev.iasql.sync.refresh.Refresh;
import dev.iasql.sync.request.SyncStage;
import dev.iasql.sync.table.InstalledTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * {@code iasql_commit()}: carries out in AWS what is pending. What fails stays pending with the
 * reason; what is done stays done, whatever comes after it.
 */
@ApplicationScoped
public class CommitStage implements SyncStage {
  private static final Logger LOG = Logger.getLogger(CommitStage.class);

  private final Planning planning;
  private final Refresh refresh;
  private final InstalledTables installedTables;

  CommitStage(Planning planning, Refresh refresh, InstalledTables installedTables) {
    this.planning = planning;
    this.refresh = refresh;
    this.installedTables = installedTables;
  }

  @Override
  public Stage stage() {
    return Stage.COMMIT;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    List<CommitRow> rows = new ArrayList<>(doneBefore(work));
    Pending pending = planning.plan(work);
    RowLocks.check(work.connection(), pending);
    rows.addAll(carryOut(work, pending));
    rows.addAll(recordRefused(work, pending.plan().refused()));
    return Outcome.rows(rows);
  }

  /** What an attempt of this commit did before its worker died. */
  private List<CommitRow> doneBefore(Work work) throws SQLException {
    Connection connection = work.connection();
    Interruption interruption =
        new Interruption(
            new TenantSql(connection), TableGraph.of(installedTables.read(connection).readable()));
    interruption.clearUp();
    List<CommitRow> rows = interruption.done(work.request().id());
    connection.commit();
    return rows;
  }

  private List<CommitRow> carryOut(Work work, Pending pending) throws SQLException {
    StepRunner runner =
        new StepRunner(
            work.connection(),
            pending.graph(),
            new AwsCalls(pending.tables(), pending.aws()),
            work.request().id());
    List<CommitRow> rows = new Execution(work, runner).run(pending.plan());
    if (!rows.isEmpty()) {
      readAgain(work, pending);
    }
    return rows;
  }

  /** What AWS did along with what it was asked for, such as a new VPC's default security group. */
  private void readAgain(Work work, Pending pending) throws SQLException {
    List<Change> changes = pending.plan().steps().stream().map(Step::change).toList();
    RefreshScope touched = RefreshScope.after(changes, pending.tables());
    try {
      refresh.run(work, touched.tables(), Optional.of(touched.places()));
      work.connection().commit();
    } catch (IasqlException e) {
      work.connection().rollback();
      LOG.warnf(
          "not read again after a commit tenant=%s request=%d reason=%s",
          work.tenant().name(), work.request().id(), e.getMessage());
    }
  }

  private static List<CommitRow> recordRefused(Work work, List<Refused> refused)
      throws SQLException {
    RowFailures failures = new RowFailures(new TenantSql(work.connection()), work.request().id());
    List<CommitRow> rows = new ArrayList<>();
    for (Refused one : refused) {
      failures.recordOnce(one.change().key(), one.fault());
      rows.add(
          CommitRow.of(
              one.change(), one.change().key().id(), "refused", CommitRow.text(one.fault())));
    }
    return rows;
  }
}
