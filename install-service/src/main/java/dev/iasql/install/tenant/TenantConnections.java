package dev.iasql.install.tenant;

import dev.iasql.core.tenant.TenantDatabases;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The connections to tenant databases as a bean. */
public class TenantConnections {
  @Produces
  @Singleton
  TenantDatabases databases() {
    return new TenantDatabases("install-service");
  }

  void close(@Disposes TenantDatabases databases) {
    databases.close();
  }
}
