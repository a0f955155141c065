package dev.iasql.core.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A fault as the REST APIs answer it: a problem document (RFC 9457).
 *
 * @param type identifies the kind of fault; stable, relative, not meant to be fetched
 * @param title one sentence that is true of every fault of the kind
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param instance the path that was asked for
 * @param code the stable code, as in the SQL functions
 * @param sqlState the SQLSTATE of the same fault in SQL
 * @param hint what to do next, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "sqlState", "hint"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    ErrorCode code,
    String sqlState,
    String hint) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(Fault fault, String instance) {
    ErrorCode code = fault.code();
    String detail =
        fault.detail() == null ? fault.message() : fault.message() + "; " + fault.detail();
    return new Problem(
        "/problems/" + code.slug(),
        code.title(),
        code.httpStatus(),
        detail,
        instance,
        code,
        code.sqlState(),
        fault.hint());
  }
}
