package dev.iasql.gateway.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay listens. */
@ConfigMapping(prefix = "iasql.relay")
public interface RelayConfiguration {
  /** How often requests that nobody took up are announced again. */
  @WithDefault("1s")
  Duration sweepInterval();

  /** How often the directory is asked for tenants that no event told of. */
  @WithDefault("3s")
  Duration directoryInterval();

  /** How long to wait before a lost connection, or one another replica holds, is tried again. */
  @WithDefault("1s")
  Duration retryInterval();
}
