package dev.iasql.sync.imports;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.request.ConnectionLoss;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.sync.refresh.Refresh;
import dev.iasql.sync.request.SyncStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The second half of {@code iasql_upgrade}: fills the columns that are new. The upgrade has
 * happened by now; what cannot be read is said in {@code iasql_get_errors()}, and the next refresh
 * tries again.
 */
@ApplicationScoped
public class UpgradeImportStage implements SyncStage {
  private static final Logger LOG = Logger.getLogger(UpgradeImportStage.class);

  private final Refresh refresh;

  public UpgradeImportStage(Refresh refresh) {
    this.refresh = refresh;
  }

  @Override
  public Stage stage() {
    return Stage.UPGRADE_IMPORT;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    Set<String> tables =
        NewModules.tablesOf(
            work.connection(), NewModules.names(work.request().work().path("modules")));
    try {
      refresh.run(work, tables, Optional.empty());
    } catch (IasqlException e) {
      notRead(work, tables, e.fault());
    } catch (SQLException e) {
      if (work.connection().isClosed() || ConnectionLoss.caused(e)) {
        throw e;
      }
      notRead(work, tables, unexpected(work, e));
    } catch (RuntimeException e) {
      notRead(work, tables, unexpected(work, e));
    }
    return new Outcome.Done(work.request().work().path("answer"));
  }

  private static void notRead(Work work, Set<String> tables, Fault fault) throws SQLException {
    work.connection().rollback();
    LOG.infof(
        "nothing read after an upgrade tenant=%s request=%d code=%s",
        work.tenant().name(), work.request().id(), fault.code());
    Refresh.failed(work, tables, fault);
  }

  private static Fault unexpected(Work work, Exception e) {
    LOG.errorf(
        e,
        "reading after an upgrade failed tenant=%s request=%d",
        work.tenant().name(),
        work.request().id());
    return new Fault(
        ErrorCode.INTERNAL,
        "reading the tables after the upgrade failed unexpectedly",
        null,
        "The log of the sync service has the details for request %d."
            .formatted(work.request().id()));
  }
}
