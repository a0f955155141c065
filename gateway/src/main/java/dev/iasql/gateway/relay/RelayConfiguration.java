package dev.iasql.gateway.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay between tenant databases and Kafka. */
@ConfigMapping(prefix = "iasql.relay")
public interface RelayConfiguration {
  /** How often unfinished requests are announced again, and how old they are by then at least. */
  @WithDefault("1s")
  Duration sweepInterval();

  /** How often a tenant is asked for that another replica relays for. */
  @WithDefault("1s")
  Duration lockInterval();

  /** How often the directory is looked through for tenants no event told of. */
  @WithDefault("3s")
  Duration directoryInterval();

  /**
   * Pause before the first attempt to reach a tenant's database again; each further one doubles it.
   */
  @WithDefault("100ms")
  Duration firstRetryPause();

  /** Longest pause between two attempts. */
  @WithDefault("2s")
  Duration longestRetryPause();
}
