package dev.iasql.install.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.tenant.TenantName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetryPauseTest {
  private static final TenantName DEMO = new TenantName("demo");

  private Instant now = Instant.EPOCH;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final RetryPause pause =
      new RetryPause(Duration.ofSeconds(2), Duration.ofSeconds(7), clock);

  @Test
  void isOverAtFirst() {
    assertThat(pause.isOver(DEMO)).isTrue();
  }

  @Test
  void doublesUpToTheLongest() {
    lasts(2);
    lasts(4);
    lasts(7);
    lasts(7);
  }

  @Test
  void beginsAgainAfterASuccess() {
    lasts(2);
    lasts(4);
    pause.succeeded(DEMO);
    assertThat(pause.isOver(DEMO)).isTrue();
    lasts(2);
  }

  @Test
  void isOfOneTenantOnly() {
    pause.failed(DEMO);
    assertThat(pause.isOver(new TenantName("other"))).isTrue();
  }

  private void lasts(int seconds) {
    pause.failed(DEMO);
    now = now.plusSeconds(seconds).minusMillis(1);
    assertThat(pause.isOver(DEMO)).isFalse();
    now = now.plusMillis(1);
    assertThat(pause.isOver(DEMO)).isTrue();
  }
}
