package dev.iasql.gateway.event;

import dev.iasql.core.error.UserException;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleRef;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps a catalogue of what the registry has published and not withdrawn. */
@Singleton
public final class ModuleNews {
  private static final Logger LOG = Logger.getLogger(ModuleNews.class);

  private final ModuleCatalogue catalogue = new ModuleCatalogue();

  public ModuleCatalogue catalogue() {
    return catalogue;
  }

  @Incoming("modules")
  public void read(ConsumerRecord<String, String> record) {
    if (record.value() == null) {
      withdraw(record.key());
    } else {
      EventCodec.read(record.value(), ModulePublished.class)
          .ifPresent(event -> catalogue.add(event.bundle().manifest()));
    }
  }

  private void withdraw(String key) {
    try {
      ModuleRef withdrawn = ModuleRef.parse(key);
      withdrawn
          .version()
          .ifPresent(version -> catalogue.remove(new ModuleId(withdrawn.name(), version)));
    } catch (UserException e) {
      LOG.warnf("withdrawal skipped, its key is no module key=%s", key);
    }
  }
}
