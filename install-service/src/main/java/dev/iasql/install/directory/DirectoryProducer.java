package dev.iasql.install.directory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.iasql.core.tenant.JdbcTenantDirectory;
import dev.iasql.core.tenant.SecretBox;
import dev.iasql.core.tenant.TenantDirectory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The tenant directory as a bean. */
public class DirectoryProducer {
  private static final int CONNECTIONS = 3;
  private static final int WAIT_MILLIS = 5_000;

  /** Starts without the database: the first use finds out whether it answers. */
  @Produces
  @Singleton
  HikariDataSource registryDatabase(DirectoryConfiguration configuration) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("directory");
    config.setJdbcUrl(configuration.jdbcUrl());
    config.setUsername(configuration.username());
    config.setPassword(configuration.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "install-service");
    return new HikariDataSource(config);
  }

  void close(@Disposes HikariDataSource registryDatabase) {
    registryDatabase.close();
  }

  @Produces
  @Singleton
  TenantDirectory directory(
      HikariDataSource registryDatabase, DirectoryConfiguration configuration) {
    return new JdbcTenantDirectory(registryDatabase, new SecretBox(configuration.encryptionKey()));
  }
}
