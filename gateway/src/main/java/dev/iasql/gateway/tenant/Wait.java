package dev.iasql.gateway.tenant;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.time.Duration;

/** A wait for something that is looked at again and again, with growing pauses, up to a limit. */
public final class Wait {
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final long end;
  private Duration pause = Duration.ofMillis(20);

  private Wait(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  public static Wait atMost(Duration limit) {
    return new Wait(limit);
  }

  /** Pauses; false if the limit is reached and it is no use to look again. */
  public boolean goesOn() {
    if (System.nanoTime() - end >= 0) {
      return false;
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExternalException(
          ErrorCode.UNAVAILABLE, "the gateway stops", null, "Ask again in a moment.", e);
    }
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    return true;
  }
}
