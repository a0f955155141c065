package dev.iasql.sync.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How AWS is reached. */
@ConfigMapping(prefix = "iasql.aws")
public interface AwsConfiguration {
  /** Where calls go instead of AWS: an emulator. */
  Optional<URI> endpoint();

  /** The default region of an account at its first import, and where global services are called. */
  @WithDefault("us-east-1")
  String region();

  /** The regions that are read after the first import; all that are opted in if not set. */
  Optional<Set<String>> regions();

  /** The profile of the SDK's configuration files that is the workers' own identity. */
  Optional<String> profile();

  /** How often a call is tried before it fails, the first time included. */
  @WithDefault("6")
  int attempts();

  /** Longest pause before the second attempt; it doubles with each further one. */
  @WithDefault("1s")
  Duration firstRetryDelay();
}
