package dev.iasql.registry.usage;

import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.ModuleVersion;
import dev.iasql.registry.RegistryConfiguration;
import dev.iasql.registry.store.RegistryDatabase;
import dev.iasql.registry.store.Session;
import dev.iasql.registry.store.UsageStore;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears which tenant installs and removes what. A record is done with only when the database has
 * it, so nothing is lost while the database is away.
 */
@Singleton
final class InstallationNews {
  private static final Logger LOG = Logger.getLogger(InstallationNews.class);

  private final RegistryDatabase database;
  private final UsageStore usage;
  private final Duration retryInterval;

  InstallationNews(
      RegistryDatabase database, UsageStore usage, RegistryConfiguration configuration) {
    this.database = database;
    this.usage = usage;
    this.retryInterval = configuration.retryInterval();
  }

  @Incoming("installations")
  @Blocking
  void installation(ConsumerRecord<String, String> record) throws InterruptedException {
    var event = EventCodec.read(record.value(), InstallationChanged.class);
    if (event.isPresent()) {
      Instant at = Instant.ofEpochMilli(record.timestamp());
      persist(session -> record(session, event.get(), at));
    }
  }

  @Incoming("databases")
  @Blocking
  void database(ConsumerRecord<String, String> record) throws InterruptedException {
    var gone =
        EventCodec.read(record.value(), DatabaseChanged.class)
            .filter(event -> event.change() == DatabaseChanged.Change.DELETED);
    if (gone.isPresent()) {
      Instant at = Instant.ofEpochMilli(record.timestamp());
      persist(session -> usage.forget(session, gone.get().tenant(), at));
    }
  }

  private void record(Session session, InstallationChanged event, Instant at) throws SQLException {
    boolean there =
        switch (event.change()) {
          case CREATED, UPGRADED -> true;
          case UNDONE, REMOVED -> false;
        };
    for (String module : event.modules()) {
      ModuleRef ref = ModuleRef.parse(module);
      String version = ref.version().map(ModuleVersion::toString).filter(v -> there).orElse(null);
      usage.record(session, event.tenant(), ref.name(), version, event.requestId(), at);
    }
  }

  /** What is done for one record. */
  private interface Change {
    void apply(Session session) throws SQLException;
  }

  private void persist(Change change) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        database.transaction(
            session -> {
              change.apply(session);
              return null;
            });
        return;
      } catch (RuntimeException e) {
        LOG.logf(
            attempt == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
            "usage not noted, trying again problem=%s",
            e.getMessage());
        Thread.sleep(retryInterval);
      }
    }
  }
}
