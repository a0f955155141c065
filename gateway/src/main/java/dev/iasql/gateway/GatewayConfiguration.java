package dev.iasql.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the admin REST API. */
@ConfigMapping(prefix = "iasql.gateway")
public interface GatewayConfiguration {
  /** Bearer token that may do everything. */
  String token();

  /** Bearer token that may only read. */
  Optional<String> viewerToken();

  /** How long an answer is held back until a database is made, changed or gone. */
  @WithDefault("60s")
  Duration provisionWait();
}
