package dev.iasql.gateway.relay;

import dev.iasql.core.tenant.Tenant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The connection through which a tenant's database says that there is work. It is the relay's own
 * for as long as it lives, because both the lock and the listening belong to the session.
 */
final class RelaySession implements AutoCloseable {
  /** "relay" in ASCII. Whoever holds this lock in the tenant's database relays for the tenant. */
  static final long KEY = 0x72656c6179L;

  private final Connection connection;
  private final PGConnection notifications;

  private RelaySession(Connection connection) throws SQLException {
    this.connection = connection;
    this.notifications = connection.unwrap(PGConnection.class);
  }

  static RelaySession open(Tenant tenant) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", tenant.name().engineRole());
    properties.setProperty("password", tenant.secrets().engine());
    properties.setProperty("ApplicationName", "gateway relay");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("prepareThreshold", "1");
    return new RelaySession(DriverManager.getConnection(tenant.jdbcUrl(), properties));
  }

  Connection connection() {
    return connection;
  }

  /** Whether no other replica relays for the tenant, so that this one does from now on. */
  boolean tryLock() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  void listen() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN iasql_request");
    }
  }

  /** Waits until a request is written or the time is over; returns the ids of what was written. */
  List<Long> awaitRequests(Duration limit) throws SQLException {
    List<Long> ids = new ArrayList<>();
    // The driver takes 0 for "without end".
    int millis = Math.max(1, Math.toIntExact(limit.toMillis()));
    PGNotification[] received = notifications.getNotifications(millis);
    if (received != null) {
      for (PGNotification notification : received) {
        addIfId(ids, notification.getParameter());
      }
    }
    return ids;
  }

  /** Any user of the database may notify, with whatever text. */
  private static void addIfId(List<Long> ids, String text) {
    if (text.length() <= 18
        && !text.isEmpty()
        && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      ids.add(Long.parseLong(text));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
