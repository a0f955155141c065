package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;

/**
 * Merges what is staged into {@code cloud} and {@code public}, three ways and by sets, in the
 * connection's open transaction. Parents are written before the rows that refer to them, and go
 * after them. Nothing is written where nothing differs.
 */
public final class Merge {
  private static final Logger LOG = Logger.getLogger(Merge.class);

  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 3;

  private final Connection connection;
  private final Staging staging;
  private final List<AwsTable<?>> installed;
  private final Duration lockWait;
  private final Map<String, MergeCounts> counts = new LinkedHashMap<>();
  private final Map<String, Fault> failed = new LinkedHashMap<>();

  /**
   * @param installed all tables of the tenant's modules, parents first
   * @param lockWait longest wait for a lock somebody else's transaction holds
   */
  public Merge(
      Connection connection, Staging staging, List<AwsTable<?>> installed, Duration lockWait) {
    this.connection = connection;
    this.staging = staging;
    this.installed = installed;
    this.lockWait = lockWait;
  }

  /**
   * Merges, and leaves the transaction open for the caller to commit.
   *
   * @param tables what was read, parents first
   * @throws dev.iasql.core.error.ConflictException if a transaction of somebody else holds locks on
   *     the tables for too long
   */
  public void run(long request, List<AwsTable<?>> tables) throws SQLException {
    staging.analyze();
    for (int attempt = 1; ; attempt++) {
      try {
        merge(request, tables);
        return;
      } catch (SQLException e) {
        connection.rollback();
        if (LockedByOthers.caused(e)) {
          throw LockedByOthers.describe(connection, tables, e);
        }
        if (!DEADLOCK.equals(e.getSQLState()) || attempt == ATTEMPTS) {
          throw e;
        }
        LOG.infof("merge met a user's transaction in a deadlock, trying again request=%d", request);
      }
    }
  }

  /** What changed, by table. */
  public Map<String, MergeCounts> counts() {
    return counts;
  }

  /** The tables whose rows Postgres refused; they are as they were. */
  public Map<String, Fault> failed() {
    return failed;
  }

  private void merge(long request, List<AwsTable<?>> tables) throws SQLException {
    counts.clear();
    failed.clear();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = " + lockWait.toMillis());
    }
    for (AwsTable<?> table : tables) {
      takeOver(table);
    }
    for (AwsTable<?> table : tables.reversed()) {
      if (!failed.containsKey(table.name())) {
        long gone = new TableMerge(connection, table).takeAway(installed);
        counts.computeIfPresent(table.name(), (name, count) -> count.withDeleted(gone));
      }
    }
    new RowErrors(connection).record(request, tables);
  }

  private void takeOver(AwsTable<?> table) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      counts.put(table.name(), new TableMerge(connection, table).takeOver(staging.rows(table)));
    } catch (SQLException e) {
      if (!isAboutValues(e)) {
        throw e;
      }
      connection.rollback(before);
      counts.put(table.name(), MergeCounts.NOTHING);
      failed.put(table.name(), refused(table, e));
    }
    connection.releaseSavepoint(before);
  }

  /** Classes 22, data exception, and 23, integrity constraint violation. */
  private static boolean isAboutValues(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private static Fault refused(AwsTable<?> table, SQLException e) {
    String reason =
        e instanceof PSQLException refusal && refusal.getServerErrorMessage() != null
            ? refusal.getServerErrorMessage().getMessage()
            : "SQLSTATE " + e.getSQLState();
    LOG.warnf("rows of AWS were refused table=%s reason=%s", table.name(), reason);
    return new Fault(
        ErrorCode.INTERNAL,
        "what AWS has cannot be stored in %s: %s".formatted(table.name(), reason),
        null,
        "The rows are as they were. Please report it.");
  }
}
