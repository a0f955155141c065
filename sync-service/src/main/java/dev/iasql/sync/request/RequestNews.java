package dev.iasql.sync.request;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import dev.iasql.core.event.RequestAdvanced;
import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Request;
import dev.iasql.core.request.RequestListener;
import dev.iasql.core.tenant.Tenant;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Tells others that a stage ended. The request's row says so already, and the relay announces again
 * what nobody takes up, so news that cannot be sent is logged and dropped.
 */
@ApplicationScoped
public class RequestNews implements RequestListener {
  private static final Logger LOG = Logger.getLogger(RequestNews.class);

  private final EventCodec codec = new EventCodec("sync-service");
  private final MutinyEmitter<String> emitter;

  RequestNews(
      @Channel("events") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<String> emitter) {
    this.emitter = emitter;
  }

  @Override
  public void ended(Tenant tenant, Request request, Outcome outcome) {
    if (outcome instanceof Outcome.Next next) {
      publish(
          new RequestWaiting(
              tenant.name().value(), request.id(), request.function(), next.stage()));
    }
    publish(RequestAdvanced.of(tenant.name(), request, outcome));
  }

  private void publish(IasqlEvent event) {
    emitter
        .sendMessage(codec.message(event))
        .subscribe()
        .with(
            sent -> LOG.tracef("event sent type=%s key=%s", event.type(), event.key()),
            failure ->
                LOG.warnf(
                    "event not sent type=%s key=%s reason=%s",
                    event.type(), event.key(), failure.getMessage()));
  }
}
