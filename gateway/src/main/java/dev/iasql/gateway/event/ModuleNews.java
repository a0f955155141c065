package dev.iasql.gateway.event;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleCatalogue;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps a catalogue of what the registry has published. */
@Singleton
public final class ModuleNews {
  private final ModuleCatalogue catalogue = new ModuleCatalogue();

  public ModuleCatalogue catalogue() {
    return catalogue;
  }

  @Incoming("modules")
  public void read(ConsumerRecord<String, String> record) {
    EventCodec.read(record.value(), ModulePublished.class)
        .ifPresent(event -> catalogue.add(event.bundle().manifest()));
  }
}
