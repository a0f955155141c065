package dev.iasql.gateway.check;

import dev.iasql.core.error.IasqlException;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.gateway.tenant.Provisioning;
import dev.iasql.gateway.tenant.Tenants;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Removes the databases of checks whose gateway ended before it could. */
@Singleton
public final class CheckSweep {
  private static final Logger LOG = Logger.getLogger(CheckSweep.class);

  private final Tenants tenants;
  private final Provisioning provisioning;
  private final CheckConfiguration configuration;
  private final Thread thread = Thread.ofVirtual().name("check-sweep").unstarted(this::run);

  CheckSweep(Tenants tenants, Provisioning provisioning, CheckConfiguration configuration) {
    this.tenants = tenants;
    this.provisioning = provisioning;
    this.configuration = configuration;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        sweep();
        Thread.sleep(configuration.sweepInterval());
      }
    } catch (InterruptedException e) {
      LOG.debug("no more checks swept, the service stops");
    }
  }

  void sweep() {
    try {
      Instant oldest = Instant.now().minus(configuration.leftoverAge());
      tenants.list().stream()
          .filter(tenant -> CheckDatabase.isName(tenant.name()))
          .filter(tenant -> tenant.state() != TenantState.DELETING)
          .filter(tenant -> tenant.createdAt().isBefore(oldest))
          .forEach(this::remove);
    } catch (IasqlException e) {
      LOG.debugf("databases of checks not listed problem=%s", e.getMessage());
    }
  }

  private void remove(Tenant leftover) {
    LOG.infof("database of an interrupted check removed name=%s", leftover.name());
    provisioning.abandon(leftover.name());
  }
}
