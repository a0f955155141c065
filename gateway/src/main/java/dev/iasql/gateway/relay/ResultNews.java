package dev.iasql.gateway.relay;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.RequestAdvanced;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.gateway.relay.Announcer.Cause;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears that a request has ended. The one behind it may wait for another service, which was told of
 * it in vain while it was not its turn.
 */
@Singleton
final class ResultNews {
  private static final Logger LOG = Logger.getLogger(ResultNews.class);

  private final Relays relays;
  private final TenantDatabases databases;
  private final Announcer announcer;

  ResultNews(Relays relays, TenantDatabases databases, Announcer announcer) {
    this.relays = relays;
    this.databases = databases;
    this.announcer = announcer;
  }

  @Incoming("results")
  @RunOnVirtualThread
  void read(ConsumerRecord<String, String> record) {
    EventCodec.read(record.value(), RequestAdvanced.class)
        .filter(event -> event.nextStage() == null)
        .flatMap(event -> relays.tenant(new TenantName(event.tenant())))
        .ifPresent(this::announceNext);
  }

  private void announceNext(Tenant tenant) {
    try (Connection connection = databases.connect(tenant)) {
      announcer.announce(
          new UnfinishedRequests(tenant.name(), connection).waitingFor(Duration.ZERO), Cause.NEXT);
    } catch (SQLException e) {
      LOG.debugf("next request left to the sweep tenant=%s", tenant.name());
    }
  }
}
