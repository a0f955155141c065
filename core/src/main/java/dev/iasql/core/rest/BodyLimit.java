package dev.iasql.core.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a body that is larger than any request of ours, before it is read. The server's own limit
 * stays behind it, for bodies that do not say how large they are; that one answers without a
 * problem document.
 */
@Provider
@PreMatching
public final class BodyLimit implements ContainerRequestFilter {
  static final int BYTES = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > BYTES) {
      throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
  }
}
