package dev.iasql.gateway.relay;

import dev.iasql.core.error.IasqlException;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One relay per ready tenant, following the directory as tenants come, move and go. */
@Singleton
public final class Relays {
  private static final Logger LOG = Logger.getLogger(Relays.class);
  private static final Duration END = Duration.ofSeconds(2);

  private final Map<TenantName, TenantRelay> relays = new ConcurrentHashMap<>();
  private final BlockingQueue<Boolean> doubts = new ArrayBlockingQueue<>(1);
  private final Thread thread = Thread.ofVirtual().name("relays").unstarted(this::follow);
  private final TenantDirectory directory;
  private final TenantDatabases databases;
  private final RelayConfiguration configuration;
  private final Announcer announcer;
  private boolean answered = true;

  Relays(
      TenantDirectory directory,
      TenantDatabases databases,
      RelayConfiguration configuration,
      Announcer announcer,
      MeterRegistry metrics) {
    this.directory = directory;
    this.databases = databases;
    this.configuration = configuration;
    this.announcer = announcer;
    metrics.gauge("iasql.relay.tenants", relays, Relays::listening);
  }

  /** Says that the directory may have changed; returns at once. */
  void check() {
    var unused = doubts.offer(Boolean.TRUE);
  }

  /** The tenant as it was last seen in the directory, if it is ready. */
  Optional<Tenant> tenant(TenantName name) {
    return Optional.ofNullable(relays.get(name)).map(TenantRelay::tenant);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.interrupt();
    thread.join(END);
    relays.values().forEach(TenantRelay::stop);
    for (TenantRelay relay : relays.values()) {
      relay.awaitEnd(END);
    }
  }

  private void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        reconcile();
        var unused =
            doubts.poll(configuration.directoryInterval().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      LOG.debug("directory no longer followed, the service stops");
    }
  }

  private void reconcile() {
    try {
      Map<TenantName, Tenant> ready =
          directory.list().stream()
              .filter(tenant -> tenant.state() == TenantState.READY)
              .collect(Collectors.toMap(Tenant::name, Function.identity()));
      relays.entrySet().removeIf(entry -> ended(entry.getValue(), ready.get(entry.getKey())));
      ready.forEach(
          (name, tenant) ->
              relays.computeIfAbsent(
                  name, key -> TenantRelay.start(tenant, configuration, announcer)));
      answered = true;
    } catch (IasqlException e) {
      if (answered) {
        LOG.warnf("directory not read, trying again problem=%s", e.getMessage());
      }
      answered = false;
    } catch (RuntimeException e) {
      LOG.error("directory not read, trying again", e);
    }
  }

  private boolean ended(TenantRelay relay, Tenant now) {
    if (now != null && relay.fits(now)) {
      return false;
    }
    relay.stop();
    databases.forget(relay.tenant().name());
    return true;
  }

  private static double listening(Map<TenantName, TenantRelay> relays) {
    return relays.values().stream().filter(TenantRelay::isListening).count();
  }
}
