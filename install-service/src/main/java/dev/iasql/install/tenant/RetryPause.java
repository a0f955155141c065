package dev.iasql.install.tenant;

import dev.iasql.core.tenant.TenantName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** After each failure of a tenant, twice the pause before the next attempt. */
final class RetryPause {
  private record Failures(int count, Instant notBefore) {}

  private final Map<TenantName, Failures> failures = new ConcurrentHashMap<>();
  private final Duration first;
  private final Duration longest;
  private final Clock clock;

  RetryPause(Duration first, Duration longest, Clock clock) {
    this.first = first;
    this.longest = longest;
    this.clock = clock;
  }

  boolean isOver(TenantName tenant) {
    Failures failed = failures.get(tenant);
    return failed == null || !clock.instant().isBefore(failed.notBefore());
  }

  void failed(TenantName tenant) {
    failures.compute(
        tenant,
        (name, before) -> {
          int count = before == null ? 0 : before.count() + 1;
          Duration doubled = first.multipliedBy(1L << Math.min(count, 20));
          Duration pause = doubled.compareTo(longest) < 0 ? doubled : longest;
          return new Failures(count, clock.instant().plus(pause));
        });
  }

  void succeeded(TenantName tenant) {
    failures.remove(tenant);
  }
}
