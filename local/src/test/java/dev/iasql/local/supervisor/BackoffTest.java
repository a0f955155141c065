package dev.iasql.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Backoff backoff = new Backoff();

  @Test
  void theWaitDoublesUpToHalfAMinute() {
    assertThat(Stream.generate(() -> afterRunningFor(Duration.ofSeconds(1))).limit(8))
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
  }

  @Test
  void itIsShortAgainAfterAGoodRun() {
    afterRunningFor(Duration.ofSeconds(1));
    afterRunningFor(Duration.ofSeconds(1));
    assertThat(afterRunningFor(Duration.ofMinutes(2))).hasMillis(500);
  }

  private Duration afterRunningFor(Duration time) {
    return backoff.after(START, START.plus(time));
  }
}
