package dev.iasql.core.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * A body of the wrong form as a problem document. Quarkus brings a mapper of its own for this
 * exception, which only a mapper for the very same class replaces.
 */
@Provider
public final class UnreadableBodyMapper implements ExceptionMapper<MismatchedInputException> {
  @Context UriInfo uri;

  @Override
  public Response toResponse(MismatchedInputException failure) {
    return ProblemMapper.response(HttpFaults.of(failure), uri);
  }
}
