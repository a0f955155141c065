package dev.iasql.install.request.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Ends a session whose SQL catches the cancellation that {@code statement_timeout} sends. Nothing
 * in SQL can catch the end of its session.
 */
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Watchdog.class);

  /** How long after the limit a cancelled statement may take to end by itself. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final int process;
  private final ModuleRun.Outside outside;
  private final Thread thread;
  private volatile boolean acted;

  private Watchdog(int process, ModuleRun.Outside outside, Duration limit) {
    this.process = process;
    this.outside = outside;
    this.thread = Thread.ofVirtual().name("module-watchdog").unstarted(() -> watch(limit));
  }

  static Watchdog over(Connection connection, ModuleRun.Outside outside, Duration limit)
      throws SQLException {
    int process = connection.unwrap(PGConnection.class).getBackendPID();
    Watchdog watchdog = new Watchdog(process, outside, limit);
    watchdog.thread.start();
    return watchdog;
  }

  boolean hasActed() {
    return acted;
  }

  private void watch(Duration limit) {
    try {
      Thread.sleep(limit.plus(GRACE));
    } catch (InterruptedException e) {
      return; // it ended in time
    }
    acted = true;
    try (Connection other = outside.open();
        PreparedStatement end = other.prepareStatement("SELECT pg_terminate_backend(?)")) {
      end.setInt(1, process);
      end.execute();
    } catch (SQLException e) {
      LOG.warnf("module SQL runs on process=%d sqlstate=%s", process, e.getSQLState());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
