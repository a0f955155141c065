package dev.iasql.sync.commit;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.sync.merge.LockedByOthers;
import dev.iasql.sync.plan.RowJson;
import dev.iasql.sync.request.SyncStage;
import dev.iasql.sync.table.InstalledTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * {@code iasql_rollback()}: everything that is pending is taken back, in one transaction. Nothing
 * is sent to AWS.
 */
@ApplicationScoped
public class RollbackStage implements SyncStage {
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final InstalledTables installedTables;

  RollbackStage(InstalledTables installedTables) {
    this.installedTables = installedTables;
  }

  @Override
  public Stage stage() {
    return Stage.ROLLBACK;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    Connection connection = work.connection();
    List<AwsTable<?>> tables = installedTables.read(connection).readable();
    try {
      List<RollbackRow> rows =
          takeBack(new TenantSql(connection), tables.stream().map(AwsTable::model).toList());
      new RowFailures(new TenantSql(connection), work.request().id()).keepOnly(List.of());
      return Outcome.rows(rows);
    } catch (SQLException e) {
      if (LockedByOthers.caused(e)) {
        connection.rollback();
        throw LockedByOthers.describe(connection, tables, e);
      }
      if (FOREIGN_KEY_VIOLATION.equals(e.getSQLState())
          && e instanceof PSQLException refusal
          && refusal.getServerErrorMessage() != null) {
        throw needed(refusal.getServerErrorMessage(), refusal);
      }
      throw e;
    }
  }

  /**
   * What was deleted comes back first, parents before children, so that updates may refer to it;
   * what was inserted goes last, children before parents, when nothing refers to it any more.
   */
  private static List<RollbackRow> takeBack(TenantSql sql, List<TableModel> parentsFirst)
      throws SQLException {
    sql.waitBrieflyForLocks();
    sql.update("SET CONSTRAINTS ALL IMMEDIATE");
    List<RollbackRow> rows = new ArrayList<>();
    for (TableModel table : parentsFirst) {
      rows.addAll(run(sql, "delete", table, new RollbackSql(table).takeBackDeletes()));
    }
    for (TableModel table : parentsFirst) {
      if (new RollbackSql(table).canBeUpdated()) {
        rows.addAll(run(sql, "update", table, new RollbackSql(table).takeBackUpdates()));
      }
    }
    for (TableModel table : parentsFirst.reversed()) {
      rows.addAll(run(sql, "create", table, new RollbackSql(table).takeBackCreates()));
    }
    return rows;
  }

  private static List<RollbackRow> run(
      TenantSql sql, String action, TableModel table, String statement) throws SQLException {
    return sql.query(
        statement, row -> RollbackRow.of(action, table, RowJson.read(row.getString(1))));
  }

  private static ConflictException needed(ServerErrorMessage server, SQLException cause) {
    return new ConflictException(
        ErrorCode.NEEDED_BY_USER,
        "table %s refers to a row that the rollback would remove".formatted(server.getTable()),
        server.getDetail(),
        "Delete or change the rows of %s that refer to it (constraint %s), then roll back again."
            .formatted(server.getTable(), server.getConstraint()),
        cause);
  }
}
