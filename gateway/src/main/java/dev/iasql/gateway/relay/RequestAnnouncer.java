package dev.iasql.gateway.relay;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.RequestWaiting;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Puts requests on Kafka. What cannot be sent is dropped: the next sweep announces it again. */
@ApplicationScoped
public class RequestAnnouncer {
  private static final Logger LOG = Logger.getLogger(RequestAnnouncer.class);

  private final EventCodec codec = new EventCodec("gateway");
  private final MutinyEmitter<String> events;

  RequestAnnouncer(
      @Channel("events") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<String> events) {
    this.events = events;
  }

  void announce(RequestWaiting request) {
    events
        .sendMessage(codec.message(request))
        .subscribe()
        .with(
            sent ->
                LOG.debugf(
                    "request announced tenant=%s request=%d",
                    request.tenant(), request.requestId()),
            failure ->
                LOG.warnf(
                    "request not announced, the sweep will tenant=%s request=%d reason=%s",
                    request.tenant(), request.requestId(), failure.getMessage()));
  }
}
