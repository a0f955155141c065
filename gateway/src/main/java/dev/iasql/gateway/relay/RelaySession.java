package dev.iasql.gateway.relay;

import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.TenantLock;
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

/** The one connection through which a tenant's new requests are heard of. */
final class RelaySession implements AutoCloseable {
  /** "relay" in ASCII; held by the replica that listens for the tenant. */
  static final long KEY = 0x72656c6179L;

  private static final String CHANNEL = "iasql_request";

  /**
   * A request in state running while nobody holds the tenant's lock was left by a worker that died.
   * pg_locks shows a 64-bit key in two halves, with objsubid 1 (PostgreSQL documentation,
   * pg_locks).
   */
  private static final String WAITING =
      """
      SELECT r.id, r.function, r.stage FROM iasql.request r
      WHERE r.state IN ('queued', 'running')
        AND r.requested_at < clock_timestamp() - make_interval(secs => ?)
        AND (r.state = 'queued' OR NOT EXISTS (
          SELECT FROM pg_locks l
          WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
            AND l.classid = (?::bigint >> 32)::oid AND l.objid = (?::bigint & 4294967295)::oid))
      ORDER BY r.id LIMIT 100
      """;

  private final Tenant tenant;
  private final Connection connection;

  private RelaySession(Tenant tenant, Connection connection) {
    this.tenant = tenant;
    this.connection = connection;
  }

  static RelaySession open(Tenant tenant) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", tenant.name().engineRole());
    properties.setProperty("password", tenant.secrets().engine());
    properties.setProperty("ApplicationName", "gateway relay");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    return new RelaySession(tenant, DriverManager.getConnection(tenant.jdbcUrl(), properties));
  }

  /** Whether this replica may listen; another one has the lock until its connection ends. */
  boolean tryLock() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  void listen() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
  }

  /** New requests, as soon as there are any; empty after the given time. */
  List<RequestWaiting> await(Duration atMost) throws SQLException {
    PGNotification[] heard =
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    if (heard == null || heard.length == 0) {
      return List.of();
    }
    Long[] ids = new Long[heard.length];
    for (int i = 0; i < heard.length; i++) {
      ids[i] = Long.valueOf(heard[i].getParameter());
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, function, stage FROM iasql.request WHERE id = ANY (?) ORDER BY id")) {
      statement.setArray(1, connection.createArrayOf("bigint", ids));
      return requests(statement);
    }
  }

  /** Requests older than the given age that nobody is working for. */
  List<RequestWaiting> forgotten(Duration age) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
      statement.setDouble(1, age.toMillis() / 1000.0);
      statement.setLong(2, TenantLock.KEY);
      statement.setLong(3, TenantLock.KEY);
      return requests(statement);
    }
  }

  private List<RequestWaiting> requests(PreparedStatement statement) throws SQLException {
    List<RequestWaiting> requests = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        requests.add(
            new RequestWaiting(
                tenant.name().value(),
                rows.getLong("id"),
                rows.getString("function"),
                Stage.of(rows.getString("stage"))));
      }
    }
    return requests;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
