package dev.iasql.local.supervisor;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before a part that ended is started again: twice as long each time, until it ran
 * well for a while.
 */
final class Backoff {
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration RAN_WELL = Duration.ofMinutes(1);

  private Duration next = SHORTEST;

  /**
   * @param started when the part was started
   * @param ended when it ended
   */
  Duration after(Instant started, Instant ended) {
    if (Duration.between(started, ended).compareTo(RAN_WELL) > 0) {
      next = SHORTEST;
    }
    Duration wait = next;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    return wait;
  }
}
