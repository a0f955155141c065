package dev.iasql.registry.access;

import dev.iasql.core.rest.Access;
import dev.iasql.core.rest.BearerTokens;
import dev.iasql.registry.RegistryConfiguration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The tokens of the registry's callers.
 *
 * <p>Not a singleton, because filters are made while the application is assembled, before there is
 * any configuration.
 */
@ApplicationScoped
public class RegistryTokens {
  private final BearerTokens tokens;

  RegistryTokens(RegistryConfiguration configuration) {
    this.tokens = new BearerTokens(configuration.token(), configuration.viewerToken());
  }

  /**
   * @param authorization the header of that name, or {@code null}
   */
  public Access access(String authorization) {
    return tokens.access(authorization);
  }
}
