package dev.iasql.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs benchmarks against a running system; {@code ./iasql bench} starts it. BENCH_GROUPS,
 * BENCH_SUBNETS, BENCH_CALLS and BENCH_MODULES make them smaller.
 */
public final class Benchmarks {
  /** One measurement, printed as it goes. */
  private interface Benchmark {
    void run(Settings settings) throws Exception;
  }

  private static final Map<String, Benchmark> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("calls", settings -> new CallBenchmark(settings).run());
    BY_NAME.put("imports", Benchmarks::imports);
    BY_NAME.put("registry", settings -> new RegistryBenchmark(settings).run());
  }

  private Benchmarks() {}

  /**
   * @param names of the benchmarks to run; all if there are none
   */
  public static void main(String[] names) throws Exception {
    Set<String> known = BY_NAME.keySet();
    for (String name : names) {
      if (!known.contains(name)) {
        System.err.printf("there is no benchmark \"%s\"; there are %s%n", name, known);
        System.exit(2);
      }
    }
    Settings settings = Settings.fromEnvironment();
    for (String name : names.length == 0 ? known : Arrays.asList(names)) {
      BY_NAME.get(name).run(settings);
    }
  }

  private static void imports(Settings settings) throws Exception {
    try (AwsClients clients = new AwsClients(settings.awsEndpoint())) {
      ImportBenchmark imports = new ImportBenchmark(settings, clients);
      imports.run(Math.max(1, settings.groupsPerRegion() / 10));
      imports.run(settings.groupsPerRegion());
    }
  }
}
