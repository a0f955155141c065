package dev.iasql.sync.request;

import dev.iasql.core.error.IasqlException;
import dev.iasql.core.request.RequestWorker;
import dev.iasql.core.request.TenantWork;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.sync.account.Credentials;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Works for every tenant of the directory, each on a thread of its own. */
@ApplicationScoped
public class TenantWorkers {
  private static final Logger LOG = Logger.getLogger(TenantWorkers.class);
  private static final long SECONDS_BETWEEN_TRIES = 2;

  private final TenantDirectory directory;
  private final TenantDatabases databases;
  private final RequestWorker worker;
  private final Credentials credentials;

  /** Whose database has the key by which it encrypts what is for us. */
  private final Set<TenantName> keyLeft = ConcurrentHashMap.newKeySet();

  private final TenantWork work = new TenantWork(this::workFor);
  private final ScheduledExecutorService start =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("start").factory());

  TenantWorkers(
      TenantDirectory directory,
      TenantDatabases databases,
      RequestWorker worker,
      Credentials credentials) {
    this.directory = directory;
    this.databases = databases;
    this.worker = worker;
    this.credentials = credentials;
  }

  /** Says that there may be work for a tenant. */
  public void hint(TenantName tenant) {
    work.hint(tenant);
  }

  /** Says that a tenant's database can be used. */
  public void databaseReady(TenantName tenant) {
    keyLeft.remove(tenant);
    work.hint(tenant);
  }

  /** Says that a tenant's database goes or is gone. */
  public void databaseGone(TenantName tenant) {
    keyLeft.remove(tenant);
    databases.forget(tenant);
  }

  void started(@Observes StartupEvent event) {
    Thread.ofVirtual().name("key pair").start(credentials::prepare);
    hintAllAfter(0);
  }

  void stopping(@Observes ShutdownEvent event) {
    start.shutdownNow();
    work.close();
  }

  /** What waited while no worker was there; again until the directory answers. */
  private void hintAll() {
    try {
      directory.list().stream()
          .filter(tenant -> tenant.state() == TenantState.READY)
          .forEach(tenant -> hint(tenant.name()));
    } catch (IasqlException e) {
      LOG.infof("the tenant directory does not answer yet");
      hintAllAfter(SECONDS_BETWEEN_TRIES);
    }
  }

  private void hintAllAfter(long seconds) {
    ScheduledFuture<?> unused = start.schedule(this::hintAll, seconds, TimeUnit.SECONDS);
  }

  private void workFor(TenantName name) {
    directory
        .find(name)
        .filter(tenant -> tenant.state() == TenantState.READY)
        .ifPresent(this::workFor);
  }

  private void workFor(Tenant tenant) {
    try {
      worker.drain(tenant);
      leavePublicKey(tenant);
    } catch (SQLException e) {
      LOG.warnf(
          "the tenant's database failed, the next hint tries again tenant=%s reason=%s",
          tenant.name(), e.getMessage());
    }
  }

  private void leavePublicKey(Tenant tenant) throws SQLException {
    if (keyLeft.contains(tenant.name())) {
      return;
    }
    try (Connection connection = databases.connect(tenant)) {
      credentials.leavePublicKey(connection);
    }
    keyLeft.add(tenant.name());
  }
}
