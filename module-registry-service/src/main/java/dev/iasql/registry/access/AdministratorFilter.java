package dev.iasql.registry.access;

import dev.iasql.core.rest.BearerTokens;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Lets only administrators change anything. */
@Provider
@AdministratorOnly
@Priority(Priorities.AUTHENTICATION)
public final class AdministratorFilter implements ContainerRequestFilter {
  private final RegistryTokens tokens;

  AdministratorFilter(RegistryTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    switch (tokens.access(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      case NONE -> throw BearerTokens.unauthenticated();
      case READ -> throw BearerTokens.forbidden();
      case ADMINISTER -> {}
    }
  }
}
