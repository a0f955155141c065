package dev.iasql.registry.publish;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.registry.store.ModuleStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells the other services which modules there are. */
@Singleton
public final class ModuleNews {
  private static final Logger LOG = Logger.getLogger(ModuleNews.class);

  /** Fewer than the emitter keeps for a broker that is slow to take them. */
  private static final int AT_ONCE = 32;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ModuleStore store;
  private final MutinyEmitter<String> events;
  private final EventCodec codec = new EventCodec("module-registry-service");

  ModuleNews(ModuleStore store, @Channel("events") MutinyEmitter<String> events) {
    this.store = store;
    this.events = events;
  }

  /** Publishes every version and returns when Kafka has them all; repeating it is harmless. */
  public void announceAll() {
    List<Uni<Void>> sent =
        store.list().stream()
            .map(module -> events.sendMessage(codec.message(new ModulePublished(module.bundle()))))
            .toList();
    if (!sent.isEmpty()) {
      Uni.join().all(sent).usingConcurrencyOf(AT_ONCE).andFailFast().await().atMost(PATIENCE);
    }
    LOG.infof("modules announced versions=%d", sent.size());
  }
}
