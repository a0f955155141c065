package dev.iasql.benchmarks;

import java.util.Arrays;

/** Durations in nanoseconds, and what they say. */
final class Samples {
  private final long[] sorted;

  Samples(long[] nanoseconds) {
    this.sorted = nanoseconds.clone();
    Arrays.sort(sorted);
  }

  /** The given percentile in milliseconds. */
  double percentile(double percent) {
    int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }

  double median() {
    return percentile(50);
  }
}
