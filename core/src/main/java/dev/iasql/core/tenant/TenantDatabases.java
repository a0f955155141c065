package dev.iasql.core.tenant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.iasql.core.request.ConnectionLoss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections to tenant databases as the engine role: one small pool per tenant, so the number of
 * connections of a tenant database stays the same however many calls it gets.
 */
public final class TenantDatabases implements AutoCloseable {
  private static final int CONNECTIONS_PER_TENANT = 4;
  private static final Duration CONNECT_WAIT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(2);

  private record Pool(String jdbcUrl, String password, HikariDataSource source) {
    boolean fits(Tenant tenant) {
      return jdbcUrl.equals(tenant.jdbcUrl()) && password.equals(tenant.secrets().engine());
    }
  }

  private final String applicationName;
  private final Map<TenantName, Pool> pools = new ConcurrentHashMap<>();

  /**
   * @param applicationName shown in {@code pg_stat_activity}, so an operator sees who holds what
   */
  public TenantDatabases(String applicationName) {
    this.applicationName = applicationName;
  }

  /** A connection with auto-commit on; closing it returns it to the tenant's pool. */
  public Connection connect(Tenant tenant) throws SQLException {
    return PinnedSearchPath.of(
        pools
            .compute(tenant.name(), (name, pool) -> fitting(pool, tenant))
            .source()
            .getConnection());
  }

  /** Closes the connections to a tenant that is going away. */
  public void forget(TenantName name) {
    Pool pool = pools.remove(name);
    if (pool != null) {
      pool.source().close();
    }
  }

  @Override
  public void close() {
    pools.keySet().forEach(this::forget);
  }

  private Pool fitting(Pool pool, Tenant tenant) {
    if (pool != null && pool.fits(tenant)) {
      return pool;
    }
    if (pool != null) {
      pool.source().close();
    }
    return new Pool(tenant.jdbcUrl(), tenant.secrets().engine(), open(tenant));
  }

  private HikariDataSource open(Tenant tenant) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(tenant.name().value());
    config.setJdbcUrl(tenant.jdbcUrl());
    config.setUsername(tenant.name().engineRole());
    config.setPassword(tenant.secrets().engine());
    config.setMaximumPoolSize(CONNECTIONS_PER_TENANT);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE.toMillis());
    config.setConnectionTimeout(CONNECT_WAIT.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverride(new KeepUnlessLost());
    config.addDataSourceProperty("ApplicationName", applicationName);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", "5");
    // Foreign SQL that runs in a session, of a module or of a user's trigger, could put another
    // statement under the name the driver has given one.
    config.addDataSourceProperty("prepareThreshold", "0");
    return new HikariDataSource(config);
  }

  /** Hikari would also drop the connection for errors after which it is as good as before. */
  private static final class KeepUnlessLost implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException e) {
      return ConnectionLoss.caused(e) ? Override.CONTINUE_EVICT : Override.DO_NOT_EVICT;
    }
  }
}
