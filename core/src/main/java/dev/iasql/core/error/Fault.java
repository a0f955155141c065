package dev.iasql.core.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What went wrong, as data: it travels from a worker through the request row to the caller.
 *
 * @param code the stable code
 * @param message what is wrong, in one sentence
 * @param detail more about this occurrence, or {@code null}
 * @param hint what to do next, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(ErrorCode code, String message, String detail, String hint) {
  public Fault {
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }
}
