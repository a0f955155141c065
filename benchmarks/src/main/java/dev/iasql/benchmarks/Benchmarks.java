package dev.iasql.benchmarks;

/**
 * Runs all benchmarks against a running system: {@code eval "$(./iasql env)" && ./iasql bench}.
 * BENCH_GROUPS, BENCH_SUBNETS and BENCH_CALLS make them smaller.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.fromEnvironment();
    try (AwsClients clients = new AwsClients(settings.awsEndpoint())) {
      new CallBenchmark(settings).run();
      ImportBenchmark imports = new ImportBenchmark(settings, clients);
      imports.run(Math.max(1, settings.groupsPerRegion() / 10));
      imports.run(settings.groupsPerRegion());
    }
  }
}
