package dev.iasql.sync.testing;

import dev.iasql.sync.account.AwsConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The configuration of tests: an emulator, some regions, and little patience. */
public record TestAwsConfiguration(
    Optional<URI> endpoint,
    String region,
    Optional<Set<String>> regions,
    Optional<String> profile,
    int attempts,
    Duration firstRetryDelay)
    implements AwsConfiguration {

  public static TestAwsConfiguration of(String endpoint, Set<String> regions) {
    return new TestAwsConfiguration(
        Optional.of(URI.create(endpoint)),
        "us-east-1",
        Optional.of(regions),
        Optional.empty(),
        3,
        Duration.ofMillis(10));
  }
}
