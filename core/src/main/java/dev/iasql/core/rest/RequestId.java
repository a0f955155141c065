package dev.iasql.core.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every answer the id its request came with, or a new one, so that both can be matched. */
@Provider
public final class RequestId implements ContainerResponseFilter {
  static final String HEADER = "X-Request-Id";

  /** Nothing that could break out of a header or a log line. */
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String given = request.getHeaderString(HEADER);
    boolean acceptable = given != null && ACCEPTABLE.matcher(given).matches();
    response.getHeaders().putSingle(HEADER, acceptable ? given : UUID.randomUUID().toString());
  }
}
