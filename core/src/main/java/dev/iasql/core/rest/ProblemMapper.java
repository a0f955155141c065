package dev.iasql.core.rest;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.Problem;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Every failure of a REST API as a problem document. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  @Context UriInfo uri;

  @Override
  public Response toResponse(Throwable failure) {
    return response(HttpFaults.of(failure), uri);
  }

  static Response response(Fault fault, UriInfo uri) {
    return Response.status(fault.code().httpStatus())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge(fault))
        .entity(Problem.of(fault, uri.getRequestUri().getPath()))
        .build();
  }

  /** What an answer with status 401 must say (RFC 9110, section 11.6.1). */
  private static String challenge(Fault fault) {
    return fault.code() == ErrorCode.UNAUTHENTICATED ? "Bearer realm=\"iasql\"" : null;
  }
}
