package dev.iasql.gateway.relay;

import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears that a tenant database came, changed or went, and has the directory looked at. */
@Singleton
final class DatabaseNews {
  private final Relays relays;

  DatabaseNews(Relays relays) {
    this.relays = relays;
  }

  @Incoming("databases")
  void read(ConsumerRecord<String, String> record) {
    relays.check();
  }
}
