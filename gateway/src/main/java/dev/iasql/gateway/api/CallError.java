package dev.iasql.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a call failed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RequestError", description = "Why a request failed.")
public record CallError(
    @Schema(description = "The stable code.") String code,
    @Schema(description = "The SQLSTATE the caller got.") String sqlState,
    @Schema(description = "What is wrong.") String message,
    @Schema(description = "More about it.") String detail,
    @Schema(description = "What to do next.") String hint) {

  static CallError of(JsonNode error) {
    if (error == null) {
      return null;
    }
    return new CallError(
        error.path("code").asText(null),
        error.path("sql_state").asText(null),
        error.path("message").asText(null),
        error.path("detail").asText(null),
        error.path("hint").asText(null));
  }
}
