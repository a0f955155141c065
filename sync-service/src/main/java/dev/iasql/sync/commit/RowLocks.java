package dev.iasql.sync.commit;

import dev.iasql.aws.model.TableModel;
import dev.iasql.sync.merge.LockedByOthers;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes sure, before AWS is asked for anything, that nobody else is writing the rows a commit is
 * about: their results could not be stored.
 */
final class RowLocks {
  private RowLocks() {}

  /**
   * @throws dev.iasql.core.error.ConflictException if another session holds a lock on them for too
   *     long
   */
  static void check(Connection connection, Pending pending) throws SQLException {
    TenantSql sql = new TenantSql(connection);
    TenantRows rows = new TenantRows(sql, pending.graph());
    try {
      sql.waitBrieflyForLocks();
      for (Map.Entry<TableModel, List<RowKey>> table : wanted(pending).entrySet()) {
        rows.lock(table.getKey(), table.getValue());
      }
      connection.rollback();
    } catch (SQLException e) {
      if (!LockedByOthers.caused(e)) {
        throw e;
      }
      connection.rollback();
      throw LockedByOthers.describe(connection, pending.tables(), e);
    }
  }

  private static Map<TableModel, List<RowKey>> wanted(Pending pending) {
    Map<TableModel, List<RowKey>> keys = new LinkedHashMap<>();
    for (Step step : pending.plan().steps()) {
      if (!(step.change() instanceof Change.Delete)) {
        keys.computeIfAbsent(step.change().table(), table -> new ArrayList<>())
            .add(step.change().key());
      }
    }
    return keys;
  }
}
