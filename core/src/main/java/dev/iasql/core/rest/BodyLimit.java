package dev.iasql.core.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a body that is larger than any request of ours, before it is read. A body that does not
 * say how large it is is held to the server's own limit, and a zipped bundle to its own while it is
 * read.
 */
@Provider
@PreMatching
public final class BodyLimit implements ContainerRequestFilter {
  static final int BYTES = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    int most =
        ZippedBundle.MEDIA_TYPE.equals(mediaType(request)) ? ZippedBundle.MOST_ZIPPED : BYTES;
    if (request.getLength() > most) {
      throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
  }

  private static String mediaType(ContainerRequestContext request) {
    var type = request.getMediaType();
    return type == null ? null : type.getType() + "/" + type.getSubtype();
  }
}
