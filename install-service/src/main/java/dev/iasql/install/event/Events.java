package dev.iasql.install.event;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Publishes news. Never fails and never waits: what an event tells stands in Postgres, and sweeps
 * find what no event told.
 */
@Singleton
public class Events {
  private static final Logger LOG = Logger.getLogger(Events.class);

  private final EventCodec codec = new EventCodec("install-service");
  private final Emitter<String> emitter;

  Events(@Channel("events") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<String> emitter) {
    this.emitter = emitter;
  }

  public void publish(IasqlEvent event) {
    try {
      emitter.send(codec.message(event));
    } catch (RuntimeException e) {
      LOG.warnf(e, "event not published type=%s key=%s", event.type(), event.key());
    }
  }
}
