package dev.iasql.gateway.relay;

import dev.iasql.core.error.IasqlException;
import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps one relay for every tenant that is ready: told by events, made sure of by the directory.
 */
@ApplicationScoped
public class Relays {
  private static final Logger LOG = Logger.getLogger(Relays.class);

  private record Running(String jdbcUrl, String password, Thread thread) {
    boolean fits(Tenant tenant) {
      return thread.isAlive()
          && jdbcUrl.equals(tenant.jdbcUrl())
          && password.equals(tenant.secrets().engine());
    }
  }

  private final TenantDirectory directory;
  private final RelayConfiguration configuration;
  private final RequestAnnouncer announcer;
  private final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();
  private final Map<TenantName, Running> running = new HashMap<>();
  private final Thread follower = Thread.ofVirtual().name("relays").unstarted(this::follow);

  Relays(TenantDirectory directory, RelayConfiguration configuration, RequestAnnouncer announcer) {
    this.directory = directory;
    this.configuration = configuration;
    this.announcer = announcer;
  }

  void begin(@Observes StartupEvent event) {
    follower.start();
  }

  void end(@Observes ShutdownEvent event) {
    follower.interrupt();
  }

  @Incoming("databases")
  void databaseChanged(String json) {
    EventCodec.read(json, DatabaseChanged.class).ifPresent(change -> news.add(change.tenant()));
  }

  /** Only this thread touches {@code running}. */
  private void follow() {
    try {
      while (true) {
        reconcile();
        news.poll(configuration.directoryInterval().toMillis(), TimeUnit.MILLISECONDS);
        news.clear();
      }
    } catch (InterruptedException e) {
      running.values().forEach(relay -> relay.thread().interrupt());
    }
  }

  private void reconcile() {
    try {
      Map<TenantName, Tenant> ready = new HashMap<>();
      directory.list().stream()
          .filter(tenant -> tenant.state() == TenantState.READY)
          .forEach(tenant -> ready.put(tenant.name(), tenant));
      running.entrySet().removeIf(relay -> stopped(relay.getValue(), ready.get(relay.getKey())));
      ready.forEach((name, tenant) -> running.computeIfAbsent(name, key -> started(tenant)));
    } catch (IasqlException e) {
      LOG.infof("the tenant directory does not answer, trying again reason=%s", e.getMessage());
    }
  }

  private static boolean stopped(Running relay, Tenant tenant) {
    if (tenant != null && relay.fits(tenant)) {
      return false;
    }
    relay.thread().interrupt();
    return true;
  }

  private Running started(Tenant tenant) {
    Thread thread =
        Thread.ofVirtual()
            .name("relay " + tenant.name())
            .start(new TenantRelay(tenant, configuration, announcer::announce));
    return new Running(tenant.jdbcUrl(), tenant.secrets().engine(), thread);
  }
}
