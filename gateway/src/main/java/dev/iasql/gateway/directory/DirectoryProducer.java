package dev.iasql.gateway.directory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.iasql.core.tenant.JdbcTenantDirectory;
import dev.iasql.core.tenant.SecretBox;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/** The directory and the databases it leads to. Nothing connects before it is used. */
@ApplicationScoped
public class DirectoryProducer {
  private static final int CONNECTIONS = 3;
  private static final Duration CONNECT_WAIT = Duration.ofSeconds(5);

  @Produces
  @Singleton
  HikariDataSource directoryDatabase(DirectoryConfiguration configuration) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("directory");
    pool.setJdbcUrl(configuration.jdbcUrl());
    pool.setUsername(configuration.username());
    pool.setPassword(configuration.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECT_WAIT.toMillis());
    pool.setInitializationFailTimeout(-1);
    pool.addDataSourceProperty("ApplicationName", "gateway");
    return new HikariDataSource(pool);
  }

  void closeDirectoryDatabase(@Disposes HikariDataSource database) {
    database.close();
  }

  @Produces
  @Singleton
  TenantDirectory directory(DataSource database, DirectoryConfiguration configuration) {
    return new JdbcTenantDirectory(database, new SecretBox(configuration.encryptionKey()));
  }

  @Produces
  @Singleton
  TenantDatabases databases() {
    return new TenantDatabases("gateway");
  }

  void closeDatabases(@Disposes TenantDatabases databases) {
    databases.close();
  }
}
