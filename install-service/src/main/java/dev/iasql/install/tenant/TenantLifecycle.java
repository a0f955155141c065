package dev.iasql.install.tenant;

import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.DatabaseChanged.Change;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.install.event.Events;
import dev.iasql.install.provision.AdminServer;
import dev.iasql.install.provision.PostgresProblem;
import dev.iasql.install.provision.Provisioner;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Brings a tenant to where the directory wants it: made, brought up to date, or removed.
 *
 * <p>A tenant is settled once its database matches its entry in the directory. The entry is looked
 * at again when an event or the sweep says that it may have changed.
 */
@Singleton
public class TenantLifecycle {
  private static final Logger LOG = Logger.getLogger(TenantLifecycle.class);

  private final Map<TenantName, Tenant> settled = new ConcurrentHashMap<>();
  private final TenantDirectory directory;
  private final TenantDatabases databases;
  private final AdminServer server;
  private final Provisioner provisioner;
  private final Events events;
  private final RetryPause pause;

  @Inject
  TenantLifecycle(
      TenantDirectory directory,
      TenantDatabases databases,
      AdminServer server,
      Provisioner provisioner,
      Events events,
      TenantsConfiguration configuration) {
    this.directory = directory;
    this.databases = databases;
    this.server = server;
    this.provisioner = provisioner;
    this.events = events;
    this.pause =
        new RetryPause(
            configuration.firstRetryPause(), configuration.longestRetryPause(), Clock.systemUTC());
  }

  /** The tenant as it was last settled, without a look at the directory. */
  public Optional<Tenant> settled(TenantName name) {
    return Optional.ofNullable(settled.get(name));
  }

  /** Whether the entry is not what was settled. */
  boolean isNews(Tenant entry) {
    return !entry.equals(settled.get(entry.name()));
  }

  Iterable<TenantName> settledNames() {
    return settled.keySet();
  }

  /**
   * Looks at the directory and does what it asks for. Not called twice at once for one tenant.
   *
   * @return the tenant if its database can be used
   */
  Optional<Tenant> settle(TenantName name) {
    Optional<Tenant> entry = directory.find(name);
    if (entry.isEmpty()) {
      forget(name);
      return Optional.empty();
    }
    Tenant tenant = entry.get();
    if (!isNews(tenant)) {
      return entry;
    }
    if (pause.isOver(name) || tenant.state() == TenantState.REQUESTED) {
      attempt(tenant);
    }
    return directory.find(name).filter(now -> now.state() == TenantState.READY);
  }

  private void attempt(Tenant tenant) {
    TenantName name = tenant.name();
    try (Connection maintenance = server.connectAlone(name)) {
      // Another replica may have been faster: only the entry as it is now counts.
      Optional<Tenant> now = directory.find(name);
      if (now.isPresent() && now.get().state() == TenantState.DELETING) {
        remove(maintenance, name);
      } else if (now.isPresent()) {
        make(maintenance, now.get());
      }
      pause.succeeded(name);
    } catch (SQLException e) {
      pause.failed(name);
      report(tenant, e);
    }
  }

  private void make(Connection maintenance, Tenant tenant) throws SQLException {
    Tenant here = at(tenant, server.host(), server.port());
    provisioner.provision(maintenance, here);
    boolean known = tenant.state() == TenantState.READY && tenant.equals(here);
    if (!known) {
      directory.ready(tenant.name(), here.host(), here.port());
    }
    Optional<Tenant> entry =
        directory.find(tenant.name()).filter(now -> now.state() == TenantState.READY);
    if (entry.isEmpty()) {
      return; // to be removed since; the next look at the directory does it
    }
    Tenant before = settled.put(tenant.name(), entry.get());
    if (!known || before != null) {
      LOG.infof("database ready tenant=%s", tenant.name());
      events.publish(new DatabaseChanged(tenant.name().value(), Change.READY));
    }
  }

  private void remove(Connection maintenance, TenantName name) throws SQLException {
    forget(name);
    provisioner.remove(maintenance, name);
    directory.forget(name);
    LOG.infof("database removed tenant=%s", name);
    events.publish(new DatabaseChanged(name.value(), Change.DELETED));
  }

  /** A database that is in use stays in use: only what was never ready is noted as failed. */
  private void report(Tenant tenant, SQLException failure) {
    String problem = PostgresProblem.of(failure);
    LOG.warnf(
        "tenant not settled, will be tried again tenant=%s state=%s problem=%s",
        tenant.name(), tenant.state().code(), problem);
    if (tenant.state() == TenantState.READY || problem.equals(tenant.problem())) {
      return;
    }
    directory.failed(tenant.name(), problem);
    events.publish(new DatabaseChanged(tenant.name().value(), Change.FAILED));
  }

  private void forget(TenantName name) {
    settled.remove(name);
    databases.forget(name);
  }

  private static Tenant at(Tenant tenant, String host, int port) {
    return new Tenant(
        tenant.name(),
        tenant.state(),
        host,
        port,
        tenant.secrets(),
        tenant.problem(),
        tenant.createdAt(),
        tenant.updatedAt());
  }
}
