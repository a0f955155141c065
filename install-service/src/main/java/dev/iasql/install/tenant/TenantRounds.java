package dev.iasql.install.tenant;

import dev.iasql.core.request.TenantWork;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.install.catalogue.ModuleFeed;
import dev.iasql.install.request.InstallWorker;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * All that is done for one tenant, one thing after the other: bring its database to where the
 * directory wants it, then the requests that wait. Different tenants do not wait for each other.
 */
@Singleton
public class TenantRounds {
  private static final Logger LOG = Logger.getLogger(TenantRounds.class);

  private final Set<TenantName> doubted = ConcurrentHashMap.newKeySet();
  private final TenantWork work = new TenantWork(this::round);
  private final TenantLifecycle lifecycle;
  private final InstallWorker worker;
  private final ModuleFeed feed;

  @Inject
  TenantRounds(TenantLifecycle lifecycle, InstallWorker worker, ModuleFeed feed) {
    this.lifecycle = lifecycle;
    this.worker = worker;
    this.feed = feed;
  }

  /** Says that a request may wait; returns at once. */
  public void hint(TenantName name) {
    work.hint(name);
  }

  /** Says that the tenant's entry in the directory may have changed; returns at once. */
  public void check(TenantName name) {
    doubted.add(name);
    work.hint(name);
  }

  /** Says that requests may wait anywhere; returns at once. */
  public void hintAll() {
    lifecycle.settledNames().forEach(this::hint);
  }

  private void round(TenantName name) {
    Optional<Tenant> tenant = lifecycle.settled(name);
    if (doubted.remove(name) || tenant.isEmpty()) {
      tenant = lifecycle.settle(name);
    }
    if (tenant.isPresent() && feed.isComplete()) {
      drain(tenant.get());
    }
  }

  private void drain(Tenant tenant) {
    try {
      worker.drain(tenant);
    } catch (SQLException e) {
      doubted.add(tenant.name()); // its address or password may be another by now
      LOG.warnf(
          "requests wait, the database failed tenant=%s sqlstate=%s",
          tenant.name(), e.getSQLState());
    }
  }

  @PreDestroy
  void close() {
    work.close();
  }
}
