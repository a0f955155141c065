package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who holds locks on module tables, or has made objects without committing yet. */
final class LockHolders {
  private static final String QUERY =
      """
      SELECT a.pid, format('process %s, user %s, application "%s", in a transaction since %s, holds %s',
        a.pid, a.usename, a.application_name,
        coalesce(to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'), 'some time'),
        string_agg(DISTINCT coalesce(c.relname, 'something not committed yet'), ', '))
      FROM pg_locks l
      JOIN pg_stat_activity a ON a.pid = l.pid AND a.backend_type = 'client backend'
      LEFT JOIN pg_class c ON c.oid = l.relation
      WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid()
        AND (? OR l.mode NOT IN ('AccessShareLock', 'RowShareLock'))
        AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
        AND (c.oid IS NULL
          OR c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
            AND (c.relname = ANY (?) OR c.relname IN (SELECT t.table_name FROM iasql.module_table t)))
      GROUP BY a.pid, a.usename, a.application_name, a.xact_start
      ORDER BY a.xact_start
      """;

  /** lock_not_available, deadlock_detected. */
  private static final Set<String> LOCKED = Set.of("55P03", "40P01");

  private LockHolders() {}

  /** Whether the statement failed because of somebody else's lock. */
  static boolean caused(SQLException e) {
    return PostgresAnswer.isOneOf(LOCKED, e);
  }

  /**
   * The error that names them. They are looked for after the wait for them has ended, so they may
   * just have gone; then it says that much.
   *
   * @param connection one that holds no locks itself
   * @param tables the tables the call needs
   * @param againstReaders whether even a reader of the tables is in the way
   */
  static ConflictException named(
      Connection connection,
      String function,
      Collection<String> tables,
      boolean againstReaders,
      SQLException cause)
      throws SQLException {
    List<Integer> processes = new ArrayList<>();
    List<String> details = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setBoolean(1, againstReaders);
      query.setArray(2, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          processes.add(row.getInt(1));
          details.add(row.getString(2));
        }
      }
    }
    return new ConflictException(
        ErrorCode.LOCKED_BY_OTHERS,
        "%s cannot get at its tables: another session holds a lock".formatted(function),
        details.isEmpty() ? null : String.join("; ", details) + ".",
        processes.isEmpty()
            ? "The other session has ended meanwhile: try again."
            : "Let that transaction end, or end it with SELECT pg_terminate_backend(%d); then try again."
                .formatted(processes.getFirst()),
        cause);
  }
}
