package dev.iasql.gateway.tenant;

import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.DatabaseChanged.Change;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantSecrets;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.gateway.GatewayConfiguration;
import dev.iasql.gateway.event.Events;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Asks for databases to be made, changed and removed. Who does it is install-service; what is
 * wanted stands in the directory, so nothing is lost if it is away.
 */
@Singleton
public final class Provisioning {
  private final Tenants tenants;
  private final TenantDirectory directory;
  private final TenantDatabases databases;
  private final Events events;
  private final GatewayConfiguration configuration;

  Provisioning(
      Tenants tenants,
      TenantDirectory directory,
      TenantDatabases databases,
      Events events,
      GatewayConfiguration configuration) {
    this.tenants = tenants;
    this.directory = directory;
    this.databases = databases;
    this.events = events;
    this.configuration = configuration;
  }

  /**
   * Asks for a database and waits for a while.
   *
   * @return the tenant, ready if it became so in time
   * @throws dev.iasql.core.error.ConflictException if the name is taken
   */
  public Tenant create(TenantName name) {
    Tenant requested = directory.request(name, TenantSecrets.random());
    announce(name, Change.REQUESTED);
    Wait wait = Wait.atMost(configuration.provisionWait());
    Tenant now = requested;
    while (now.state() == TenantState.REQUESTED && wait.goesOn()) {
      now = directory.find(name).orElse(requested);
    }
    return now;
  }

  /**
   * Asks for a database to be removed and waits for a while; asking again is harmless.
   *
   * @return the tenant if it is still there
   * @throws dev.iasql.core.error.UserException if there is no such tenant
   */
  public Optional<Tenant> delete(TenantName name) {
    abandon(name);
    Wait wait = Wait.atMost(configuration.provisionWait());
    Optional<Tenant> now = directory.find(name);
    while (now.isPresent() && wait.goesOn()) {
      now = directory.find(name);
    }
    return now;
  }

  /**
   * Asks for a database to be removed and does not wait.
   *
   * @throws dev.iasql.core.error.UserException if there is no such tenant
   */
  public void abandon(TenantName name) {
    Tenant tenant = tenants.find(name);
    if (tenant.state() != TenantState.DELETING) {
      directory.delete(name);
    }
    databases.forget(name);
    announce(name, Change.DELETING);
  }

  /** Gives the tenant's role another password and waits for a while. */
  public NewPassword changePassword(TenantName name) {
    Tenant tenant = tenants.findReady(name);
    String password = TenantSecrets.randomPassword();
    directory.changeUserPassword(name, password);
    announce(name, Change.REQUESTED);
    SignIn signIn = new SignIn(tenant, password);
    Wait wait = Wait.atMost(configuration.provisionWait());
    boolean inForce = signIn.works();
    while (!inForce && wait.goesOn()) {
      inForce = signIn.works();
    }
    return new NewPassword(tenant, password, inForce);
  }

  private void announce(TenantName name, Change change) {
    events.publish(new DatabaseChanged(name.value(), change));
  }
}
