package dev.iasql.aws.client;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting for what AWS takes minutes to do, but not for ever. */
public final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private Patience() {}

  /**
   * Looks until it is done, for ten minutes at most.
   *
   * @param awaited for the message: {@code NAT gateway nat-1 to become available}
   */
  public static void until(String awaited, BooleanSupplier done) {
    Instant end = Instant.now().plus(LIMIT);
    Duration pause = FIRST_PAUSE;
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new ExternalException(
            ErrorCode.AWS_UNAVAILABLE,
            "waited %d minutes in vain for %s".formatted(LIMIT.toMinutes(), awaited),
            "Look at it again with SELECT * FROM iasql_refresh().");
      }
      Pause.of(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }
}
