package dev.iasql.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.tenant.TenantName;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TenantWorkTest {
  private static final TenantName DEMO = new TenantName("demo");

  @Test
  void foldsHintsThatArriveDuringARoundIntoOneMore() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    CountDownLatch firstBegan = new CountDownLatch(1);
    CountDownLatch hintsGiven = new CountDownLatch(1);
    CountDownLatch twoRounds = new CountDownLatch(2);
    try (TenantWork work =
        new TenantWork(
            tenant -> {
              rounds.incrementAndGet();
              firstBegan.countDown();
              await(hintsGiven);
              twoRounds.countDown();
            })) {
      work.hint(DEMO);
      await(firstBegan);
      work.hint(DEMO);
      work.hint(DEMO);
      work.hint(DEMO);
      hintsGiven.countDown();

      assertThat(twoRounds.await(5, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(rounds).hasValue(2);
  }

  @Test
  void aSlowTenantDoesNotDelayAnother() throws InterruptedException {
    CountDownLatch slowMayEnd = new CountDownLatch(1);
    CountDownLatch otherRan = new CountDownLatch(1);
    try (TenantWork work =
        new TenantWork(
            tenant -> {
              if (tenant.equals(DEMO)) {
                await(slowMayEnd);
              } else {
                otherRan.countDown();
              }
            })) {
      work.hint(DEMO);
      work.hint(new TenantName("other"));

      assertThat(otherRan.await(5, TimeUnit.SECONDS)).isTrue();
      slowMayEnd.countDown();
    }
  }

  @Test
  void triesAgainAfterAFailedRound() throws InterruptedException {
    CountDownLatch secondRound = new CountDownLatch(2);
    try (TenantWork work =
        new TenantWork(
            tenant -> {
              secondRound.countDown();
              throw new IllegalStateException("the first round fails");
            })) {
      work.hint(DEMO);
      org.junit.jupiter.api.Assertions.assertTimeout(
          java.time.Duration.ofSeconds(5),
          () -> {
            while (secondRound.getCount() > 0) {
              work.hint(DEMO);
              Thread.onSpinWait();
            }
          });
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
