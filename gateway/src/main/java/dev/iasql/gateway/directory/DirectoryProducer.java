package dev.iasql.gateway.directory;

import com.zaxxer.hikari.HikariDataSource;
import dev.iasql.core.tenant.DirectoryDatabase;
import dev.iasql.core.tenant.JdbcTenantDirectory;
import dev.iasql.core.tenant.SecretBox;
import dev.iasql.core.tenant.TenantDirectory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The tenant directory as a bean. It is there before its database answers. */
final class DirectoryProducer {
  @Produces
  @Singleton
  HikariDataSource registryDatabase(DirectoryConfiguration configuration) {
    return DirectoryDatabase.open(configuration, "gateway");
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
