package dev.iasql.benchmarks;

/** What a call costs that has nothing to do, over a round trip to the database. */
final class CallBenchmark {
  private static final int WARM_UP = 300;

  private final Settings settings;

  CallBenchmark(Settings settings) {
    this.settings = settings;
  }

  void run() throws Exception {
    try (Tenant tenant = new Tenant(settings, "bench_calls")) {
      tenant.time("SELECT * FROM iasql_install('aws_account')");
      Samples baseline = sample(tenant, "SELECT 1");
      Samples calls = sample(tenant, "SELECT * FROM iasql_install('aws_account')");
      System.out.printf(
          "call     nothing to do: p50 %.1f ms (aim <= 15), p99 %.1f ms (aim <= 60); %.0f x a SELECT 1 (p50 %.2f ms)%n",
          calls.median(),
          calls.percentile(99),
          calls.median() / baseline.median(),
          baseline.median());
    }
  }

  private Samples sample(Tenant tenant, String sql) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      tenant.time(sql);
    }
    long[] nanoseconds = new long[settings.calls()];
    for (int i = 0; i < nanoseconds.length; i++) {
      nanoseconds[i] = tenant.time(sql);
    }
    return new Samples(nanoseconds);
  }
}
