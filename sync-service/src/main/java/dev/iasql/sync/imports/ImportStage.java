package dev.iasql.sync.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.request.ConnectionLoss;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.sync.refresh.Refresh;
import dev.iasql.sync.refresh.RefreshReport;
import dev.iasql.sync.request.SyncStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The second half of {@code iasql_install}, and the second of three steps of {@code iasql_swap}:
 * fills the tables that were just made. Either the modules end up installed with what AWS has, or
 * the installation is taken back and the caller told why; they are never left behind empty.
 */
@ApplicationScoped
public class ImportStage implements SyncStage {
  private static final Logger LOG = Logger.getLogger(ImportStage.class);

  private final Refresh refresh;

  public ImportStage(Refresh refresh) {
    this.refresh = refresh;
  }

  @Override
  public Stage stage() {
    return Stage.IMPORT;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    try {
      return filled(work);
    } catch (IasqlException e) {
      return undo(work, e.fault());
    } catch (SQLException e) {
      if (work.connection().isClosed() || ConnectionLoss.caused(e)) {
        throw e;
      }
      return undo(work, unexpected(work, e));
    } catch (RuntimeException e) {
      return undo(work, unexpected(work, e));
    }
  }

  private Outcome filled(Work work) throws SQLException {
    NewModules modules = NewModules.of(work);
    RefreshReport report = refresh.run(work, modules.tables(), Optional.empty());
    if (report.nothingCouldBeRead()) {
      return undo(work, report.worstFault());
    }
    modules.installed();
    return next(work, modules.rows());
  }

  /** What a stage that has to follow finds of the import are its rows. */
  private static Outcome next(Work work, List<NewModules.InstalledRow> rows) {
    JsonNode then = work.request().work().path("then");
    if (then.isMissingNode()) {
      return Outcome.rows(rows);
    }
    ObjectNode next = work.request().work().deepCopy();
    next.set("rows", Json.MAPPER.valueToTree(rows));
    return new Outcome.Next(Stage.of(then.asText()), next);
  }

  private static Outcome undo(Work work, Fault fault) throws SQLException {
    work.connection().rollback();
    LOG.infof(
        "import failed as a whole tenant=%s request=%d code=%s",
        work.tenant().name(), work.request().id(), fault.code());
    ObjectNode next = work.request().work().deepCopy();
    next.set("fault", Json.MAPPER.valueToTree(fault));
    return new Outcome.Next(Stage.UNDO, next);
  }

  private static Fault unexpected(Work work, Exception e) {
    LOG.errorf(e, "import failed tenant=%s request=%d", work.tenant().name(), work.request().id());
    return new Fault(
        ErrorCode.INTERNAL,
        "the first import failed unexpectedly",
        null,
        "The log of the sync service has the details for request %d."
            .formatted(work.request().id()));
  }
}
