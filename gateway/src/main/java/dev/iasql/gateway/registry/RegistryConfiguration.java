package dev.iasql.gateway.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the module registry is. */
@ConfigMapping(prefix = "iasql.registry")
public interface RegistryConfiguration {
  /** Address of its REST API, without a path. */
  @WithDefault("http://127.0.0.1:8081")
  URI url();

  /** Token of its administrator; without one the gateway's own token is shown. */
  Optional<String> token();

  /** How long an answer may take. */
  @WithDefault("20s")
  Duration timeout();
}
