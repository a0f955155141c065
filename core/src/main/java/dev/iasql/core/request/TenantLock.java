package dev.iasql.core.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The right to work for a tenant: a session-level advisory lock in its database. PostgreSQL frees
 * it the moment the holder's connection ends, so it is a lease that needs no clock.
 */
public final class TenantLock implements AutoCloseable {
  /** "iasql" in ASCII; any other user of advisory locks in the database keeps clear of it. */
  public static final long KEY = 0x696173716cL;

  private final Connection connection;

  private TenantLock(Connection connection) {
    this.connection = connection;
  }

  /** Waits until the lock is free. The connection must be in auto-commit mode. */
  public static TenantLock take(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
      }
    }
    return new TenantLock(connection);
  }

  /** Gives the lock back; a broken connection has given it back already. */
  @Override
  public void close() throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
    }
  }
}
