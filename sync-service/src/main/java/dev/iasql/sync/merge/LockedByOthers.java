package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Names the sessions whose locks were waited for in vain. */
public final class LockedByOthers {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String HOLDERS =
      """
      SELECT format('process %s, user %s, application "%s", in a transaction since %s, holds %s',
        a.pid, a.usename, a.application_name, to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'),
        string_agg(DISTINCT c.relname, ', ' ORDER BY c.relname))
      FROM pg_locks l
      JOIN pg_class c ON c.oid = l.relation
      JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.granted AND l.pid <> pg_backend_pid() AND l.mode <> 'AccessShareLock'
        AND c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
        AND c.relname = ANY (?)
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      GROUP BY a.pid, a.usename, a.application_name, a.xact_start
      ORDER BY a.xact_start
      """;

  private LockedByOthers() {}

  /** Whether a statement ended because it waited for a lock for too long. */
  public static boolean caused(SQLException e) {
    return LOCK_NOT_AVAILABLE.equals(e.getSQLState());
  }

  /**
   * The error that names them. They are looked for after the wait has ended, so they may just have
   * gone.
   *
   * @param connection one that holds no locks itself
   * @param tables what was to be written
   */
  public static ConflictException describe(
      Connection connection, List<AwsTable<?>> tables, SQLException cause) throws SQLException {
    List<String> holders = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
      statement.setArray(
          1, connection.createArrayOf("text", tables.stream().map(AwsTable::name).toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          holders.add(row.getString(1));
        }
      }
    }
    return new ConflictException(
        ErrorCode.LOCKED_BY_OTHERS,
        "another session holds locks on rows that have to be written",
        holders.isEmpty() ? null : String.join("; ", holders) + ".",
        "COMMIT or ROLLBACK that transaction, then try again.",
        cause);
  }
}
