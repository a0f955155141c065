package dev.iasql.gateway.access;

import dev.iasql.core.rest.Access;
import dev.iasql.core.rest.BearerTokens;
import dev.iasql.gateway.GatewayConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The tokens of the gateway's callers.
 *
 * <p>Not a singleton, because filters are made while the application is assembled, before there is
 * any configuration.
 */
@ApplicationScoped
class Tokens {
  private final BearerTokens tokens;

  Tokens(GatewayConfiguration configuration) {
    this.tokens = new BearerTokens(Optional.of(configuration.token()), configuration.viewerToken());
  }

  /**
   * @param authorization the header of that name, or {@code null}
   */
  Access access(String authorization) {
    return tokens.access(authorization);
  }
}
