package dev.iasql.local.supervisor;

import java.time.Duration;
import java.util.Locale;

/** Durations for readers: {@code 1.3 s}. */
final class Seconds {
  private static final double MILLIS = 1000.0;

  private Seconds() {}

  static String of(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
  }
}
