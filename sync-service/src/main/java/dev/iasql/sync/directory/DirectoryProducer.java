package dev.iasql.sync.directory;

import com.zaxxer.hikari.HikariDataSource;
import dev.iasql.core.tenant.DirectoryDatabase;
import dev.iasql.core.tenant.JdbcTenantDirectory;
import dev.iasql.core.tenant.SecretBox;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The directory and the databases it leads to. Nothing connects before it is used. */
@ApplicationScoped
public class DirectoryProducer {
  @Produces
  @Singleton
  HikariDataSource directoryDatabase(DirectoryConfiguration configuration) {
    return DirectoryDatabase.open(configuration, "sync-service");
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
    return new TenantDatabases("sync-service");
  }

  void closeDatabases(@Disposes TenantDatabases databases) {
    databases.close();
  }
}
