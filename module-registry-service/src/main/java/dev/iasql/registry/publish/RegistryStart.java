package dev.iasql.registry.publish;

import dev.iasql.registry.RegistryConfiguration;
import dev.iasql.registry.catalogue.CatalogueFollower;
import dev.iasql.registry.catalogue.PublishedModules;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.RegistryDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings database, modules and topics to where they should be, beside the running service: while
 * Postgres or Kafka is away each step is repeated, and readiness says which.
 */
@Singleton
public final class RegistryStart {
  private static final Logger LOG = Logger.getLogger(RegistryStart.class);

  private final Flyway flyway;
  private final Publication publication;
  private final KafkaTopics topics;
  private final ModuleNews news;
  private final RegistryDatabase database;
  private final ModuleStore store;
  private final PublishedModules modules;
  private final CatalogueFollower follower;
  private final Announcer announcer;
  private final Duration retryInterval;
  private final Thread thread = Thread.ofVirtual().name("registry-start").unstarted(this::run);
  private volatile Progress progress = new Progress.Underway("starting");

  RegistryStart(
      Flyway flyway,
      Publication publication,
      KafkaTopics topics,
      ModuleNews news,
      RegistryDatabase database,
      ModuleStore store,
      PublishedModules modules,
      CatalogueFollower follower,
      Announcer announcer,
      RegistryConfiguration configuration) {
    this.flyway = flyway;
    this.publication = publication;
    this.topics = topics;
    this.news = news;
    this.database = database;
    this.store = store;
    this.modules = modules;
    this.follower = follower;
    this.announcer = announcer;
    this.retryInterval = configuration.retryInterval();
  }

  public Progress progress() {
    return progress;
  }

  void begin(@Observes StartupEvent event) {
    thread.start();
  }

  void end(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void run() {
    try {
      persist("migrating the registry's database", flyway::migrate);
      persist("fingerprinting bundles", repeatable(this::fingerprint));
      persist("reading the modules", repeatable(modules::catchUp));
      follower.start();
      Map<String, String> refused = persist("publishing bundles", publication::publishAll);
      String topic = persist("making the Kafka topics", topics::ensure);
      persist("announcing modules", repeatable(() -> news.announce(topic)));
      announcer.start(topic);
      progress = new Progress.Finished(refused);
    } catch (InterruptedException e) {
      LOG.debug("start given up, the service stops");
    }
  }

  private void fingerprint() {
    boolean more;
    do {
      more = database.transaction(store::fingerprintOne);
    } while (more);
  }

  private static Supplier<Void> repeatable(Runnable step) {
    return () -> {
      step.run();
      return null;
    };
  }

  private <T> T persist(String step, Supplier<T> action) throws InterruptedException {
    progress = new Progress.Underway(step);
    for (int attempt = 1; ; attempt++) {
      try {
        return action.get();
      } catch (RuntimeException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LOG.logf(
            attempt == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
            e,
            "step failed, it is repeated until it succeeds step=%s attempt=%d",
            step,
            attempt);
        Thread.sleep(retryInterval);
      }
    }
  }
}
