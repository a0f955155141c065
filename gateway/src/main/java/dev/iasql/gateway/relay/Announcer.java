package dev.iasql.gateway.relay;

import dev.iasql.core.event.RequestWaiting;
import dev.iasql.gateway.event.Events;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Publishes that requests wait, and counts it. */
@Singleton
final class Announcer {
  /** How it became known that a request waits. */
  enum Cause {
    /** The database said so. */
    NOTIFIED,
    /** It was there when the relay began. */
    FOUND,
    /** It waits for longer than it should. */
    SWEPT,
    /** The request before it has ended. */
    NEXT
  }

  private final Events events;
  private final MeterRegistry metrics;

  Announcer(Events events, MeterRegistry metrics) {
    this.events = events;
    this.metrics = metrics;
  }

  void announce(List<RequestWaiting> requests, Cause cause) {
    for (RequestWaiting request : requests) {
      Timer.Sample sample = Timer.start(metrics);
      events.publish(request, () -> sample.stop(timer(cause)));
    }
  }

  private Timer timer(Cause cause) {
    return Timer.builder("iasql.relay.announcements")
        .description("Requests announced on Kafka, and how long Kafka took to have them")
        .tag("cause", cause.name().toLowerCase(Locale.ROOT))
        .register(metrics);
  }
}
