package dev.iasql.benchmarks;

import java.net.URI;
import java.util.List;

/**
 * Where the running system is ({@code ./iasql env}) and how large the fixture shall be.
 *
 * @param groupsPerRegion security groups, each with two rules
 * @param subnetsPerRegion subnets of one VPC
 * @param modules modules in the registry, each with five versions
 */
record Settings(
    String databaseUrl,
    URI awsEndpoint,
    String apiUrl,
    String apiToken,
    List<String> regions,
    int groupsPerRegion,
    int subnetsPerRegion,
    int calls,
    int modules) {

  static Settings fromEnvironment() {
    return new Settings(
        required("IASQL_DATABASE_URL"),
        URI.create(required("AWS_ENDPOINT_URL")),
        required("IASQL_API_URL"),
        required("IASQL_API_TOKEN"),
        List.of("us-east-1", "eu-west-1"),
        number("BENCH_GROUPS", 5000),
        number("BENCH_SUBNETS", 200),
        number("BENCH_CALLS", 1000),
        number("BENCH_MODULES", 5000));
  }

  private static int number(String name, int otherwise) {
    String value = System.getenv(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  private static String required(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: eval \"$(./iasql env)\" first");
    }
    return value;
  }
}
