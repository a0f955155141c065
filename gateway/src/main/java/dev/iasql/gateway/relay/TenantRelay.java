package dev.iasql.gateway.relay;

import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.tenant.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Listens for one tenant until interrupted, whatever happens to the connection. */
final class TenantRelay implements Runnable {
  private static final Logger LOG = Logger.getLogger(TenantRelay.class);

  private final Tenant tenant;
  private final RelayConfiguration configuration;
  private final Consumer<RequestWaiting> announce;

  TenantRelay(Tenant tenant, RelayConfiguration configuration, Consumer<RequestWaiting> announce) {
    this.tenant = tenant;
    this.configuration = configuration;
    this.announce = announce;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        session();
        Thread.sleep(configuration.retryInterval());
      }
    } catch (InterruptedException e) {
      LOG.debugf("relay ends tenant=%s", tenant.name());
    }
  }

  private void session() {
    try (RelaySession session = RelaySession.open(tenant)) {
      if (session.tryLock()) {
        LOG.infof("relay listens tenant=%s", tenant.name());
        session.listen();
        pump(session);
      }
    } catch (SQLException e) {
      LOG.infof("relay lost its connection tenant=%s reason=%s", tenant.name(), e.getMessage());
    }
  }

  private void pump(RelaySession session) throws SQLException {
    // What waited before anybody listened.
    session.forgotten(Duration.ZERO).forEach(announce);
    long swept = System.nanoTime();
    while (!Thread.currentThread().isInterrupted()) {
      session.await(configuration.sweepInterval()).forEach(announce);
      if (System.nanoTime() - swept >= configuration.sweepInterval().toNanos()) {
        session.forgotten(configuration.sweepInterval()).forEach(announce);
        swept = System.nanoTime();
      }
    }
  }
}
