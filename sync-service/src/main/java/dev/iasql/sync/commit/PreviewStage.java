package dev.iasql.sync.commit;

import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.sync.plan.PreviewRow;
import dev.iasql.sync.request.SyncStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** {@code iasql_preview()}: what a commit would do, and what it could not. */
@ApplicationScoped
public class PreviewStage implements SyncStage {
  private final Planning planning;

  PreviewStage(Planning planning) {
    this.planning = planning;
  }

  @Override
  public Stage stage() {
    return Stage.PREVIEW;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    return Outcome.rows(PreviewRow.of(planning.plan(work).plan()));
  }
}
