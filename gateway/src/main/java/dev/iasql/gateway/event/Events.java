package dev.iasql.gateway.event;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Publishes events and waits for nothing. While Kafka is away events are dropped: they are only
 * news, and sweeps find what no news told.
 */
@Singleton
public final class Events {
  private static final Logger LOG = Logger.getLogger(Events.class);

  private final EventCodec codec = new EventCodec("gateway");
  private final Emitter<String> emitter;

  Events(@Channel("events") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<String> emitter) {
    this.emitter = emitter;
  }

  public void publish(IasqlEvent event) {
    publish(event, () -> {});
  }

  /**
   * @param arrived called when Kafka has the event; never if it gets lost
   */
  public void publish(IasqlEvent event, Runnable arrived) {
    Message<String> message =
        codec.message(event).withAck(() -> done(arrived)).withNack(failure -> lost(event, failure));
    try {
      emitter.send(message);
    } catch (RuntimeException e) {
      var unused = lost(event, e);
    }
  }

  private static CompletionStage<Void> done(Runnable arrived) {
    arrived.run();
    return CompletableFuture.completedFuture(null);
  }

  private static CompletionStage<Void> lost(IasqlEvent event, Throwable failure) {
    LOG.warnf(
        "event not published type=%s key=%s problem=%s",
        event.type(), event.key(), failure.getMessage());
    return CompletableFuture.completedFuture(null);
  }
}
