package dev.iasql.sync.request;

import dev.iasql.core.error.IasqlException;
import dev.iasql.core.request.RequestWorker;
import dev.iasql.core.request.TenantWork;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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
  private final TenantWork work = new TenantWork(this::workFor);
  private final ScheduledExecutorService start = Executors.newSingleThreadScheduledExecutor();

  TenantWorkers(TenantDirectory directory, TenantDatabases databases, RequestWorker worker) {
    this.directory = directory;
    this.databases = databases;
    this.worker = worker;
  }

  /** Says that there may be work for a tenant. */
  public void hint(TenantName tenant) {
    work.hint(tenant);
  }

  /** Says that a tenant's database can be used. */
  public void databaseReady(TenantName tenant) {
    work.hint(tenant);
  }

  /** Says that a tenant's database goes or is gone. */
  public void databaseGone(TenantName tenant) {
    databases.forget(tenant);
  }

  void started(@Observes StartupEvent event) {
    start.execute(this::hintAll);
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
      start.schedule(this::hintAll, SECONDS_BETWEEN_TRIES, TimeUnit.SECONDS);
    }
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
    } catch (SQLException e) {
      LOG.warnf(
          "the tenant's database failed, the next hint tries again tenant=%s reason=%s",
          tenant.name(), e.getMessage());
    }
  }
}
