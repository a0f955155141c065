package dev.iasql.core.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What a REST endpoint's failure means to its caller. Names of classes, SQL and stack traces stay
 * in the log.
 */
public final class HttpFaults {
  private static final Logger LOG = Logger.getLogger(HttpFaults.class);

  private HttpFaults() {}

  public static Fault of(Throwable failure) {
    return switch (failure) {
      case IasqlException e -> e.fault();
      case JsonProcessingException e -> unreadable(e);
      case WebApplicationException e when e.getCause() instanceof JsonProcessingException cause ->
          unreadable(cause);
      case WebApplicationException e -> ofStatus(e.getResponse().getStatus());
      default -> unexpected(failure);
    };
  }

  /** The fault of a request that was refused before an endpoint saw it. */
  public static Fault ofStatus(int status) {
    return switch (status) {
      case 401 ->
          new Fault(
              ErrorCode.UNAUTHENTICATED,
              "the request carries no valid token",
              null,
              "Send the header Authorization: Bearer <token>.");
      case 403 -> new Fault(ErrorCode.FORBIDDEN, "the token does not allow this", null, null);
      case 404 ->
          new Fault(
              ErrorCode.NOT_FOUND,
              "there is nothing at this address",
              null,
              "GET /q/openapi describes every address.");
      case 405 ->
          new Fault(
              ErrorCode.METHOD_NOT_ALLOWED,
              "the address does not know this method",
              null,
              "GET /q/openapi describes every address.");
      case 406 ->
          new Fault(
              ErrorCode.NOT_ACCEPTABLE,
              "the answer cannot be given in the media type asked for",
              null,
              "GET /q/openapi describes what every address answers.");
      case 413 ->
          new Fault(ErrorCode.BODY_TOO_LARGE, "the body of the request is too large", null, null);
      case 415 ->
          new Fault(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "the body is not of a media type this address reads",
              null,
              "GET /q/openapi describes what every address reads, most of them application/json.");
      default ->
          status >= 500
              ? internal()
              : new Fault(ErrorCode.INVALID_REQUEST, "the request is malformed", null, null);
    };
  }

  private static Fault unreadable(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          invalid(
              "the body has the unknown field \"%s\"".formatted(unknown.getPropertyName()),
              "Known here are: %s.".formatted(known(unknown)));
      case JsonMappingException mapping when !(mapping.getCause() instanceof JsonParseException) ->
          invalid(
              mapping.getPath().isEmpty()
                  ? "the body is not of the form this address reads"
                  : "the field \"%s\" is not of the right type".formatted(path(mapping)),
              "GET /q/openapi describes the form.");
      default ->
          invalid(
              "the body is not valid JSON",
              e.getLocation() == null
                  ? null
                  : "Look at line %d, column %d."
                      .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    };
  }

  private static Fault invalid(String message, String hint) {
    return new Fault(ErrorCode.INVALID_REQUEST, message, null, hint);
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String path(JsonMappingException e) {
    List<JsonMappingException.Reference> path = e.getPath();
    return path.stream()
        .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static Fault unexpected(Throwable failure) {
    LOG.error("request failed unexpectedly", failure);
    return internal();
  }

  private static Fault internal() {
    return new Fault(
        ErrorCode.INTERNAL,
        "the request failed unexpectedly",
        null,
        "The service's log has the details.");
  }
}
