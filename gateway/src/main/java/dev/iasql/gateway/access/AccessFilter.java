package dev.iasql.gateway.access;

import dev.iasql.core.rest.BearerTokens;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Lets nobody in without a token, and viewers only look. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Addresses that only answer a question, which is too long for the address. */
  private static final Set<String> QUESTIONS = Set.of("/api/v1/modules/resolve");

  private final Tokens tokens;

  AccessFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    switch (tokens.access(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      case NONE -> throw BearerTokens.unauthenticated();
      case READ -> refuseWriting(request);
      case ADMINISTER -> {}
    }
  }

  private static void refuseWriting(ContainerRequestContext request) {
    if (!READING.contains(request.getMethod())
        && !QUESTIONS.contains(request.getUriInfo().getPath())) {
      throw BearerTokens.forbidden();
    }
  }
}
