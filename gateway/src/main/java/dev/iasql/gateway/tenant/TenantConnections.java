package dev.iasql.gateway.tenant;

import dev.iasql.core.tenant.TenantDatabases;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The connections to tenant databases as a bean. */
final class TenantConnections {
  @Produces
  @Singleton
  TenantDatabases databases() {
    return new TenantDatabases("gateway");
  }

  void close(@Disposes TenantDatabases databases) {
    databases.close();
  }
}
