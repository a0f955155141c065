package dev.iasql.core.tenant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connections to the database that holds the tenant directory. */
public final class DirectoryDatabase {
  private static final int CONNECTIONS = 3;
  private static final Duration WAIT = Duration.ofSeconds(5);

  private DirectoryDatabase() {}

  /**
   * Starts without the database: the first use finds out whether it answers.
   *
   * @param service shown as the name of the application to whoever looks at the sessions
   */
  public static HikariDataSource open(DirectoryAccess access, String service) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("directory");
    pool.setJdbcUrl(access.jdbcUrl());
    pool.setUsername(access.username());
    pool.setPassword(access.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(WAIT.toMillis());
    pool.setInitializationFailTimeout(-1);
    pool.addDataSourceProperty("ApplicationName", service);
    return new HikariDataSource(pool);
  }
}
