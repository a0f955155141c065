package dev.iasql.sync.refresh;

import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.sync.request.SyncStage;
import dev.iasql.sync.table.InstalledTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;

/** Answers {@code iasql_refresh}. */
@ApplicationScoped
public class RefreshStage implements SyncStage {
  private final InstalledTables installedTables;
  private final Refresh refresh;

  public RefreshStage(InstalledTables installedTables, Refresh refresh) {
    this.installedTables = installedTables;
    this.refresh = refresh;
  }

  @Override
  public Stage stage() {
    return Stage.REFRESH;
  }

  /**
   * Fails if nothing at all could be read; what failed in part is in {@code iasql_get_errors()}.
   */
  @Override
  public Outcome handle(Work work) throws SQLException {
    RequestedTables requested =
        new RequestedTables(installedTables, installedTables.read(work.connection()));
    RefreshReport report =
        refresh.run(work, requested.named(work.request().names()), Optional.empty());
    return report.nothingCouldBeRead()
        ? new Outcome.Failed(report.worstFault())
        : Outcome.rows(report.tables());
  }
}
