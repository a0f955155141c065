package dev.iasql.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A function call in a tenant database that needed work outside of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Request",
    description = "A call of a SQL function that needs work outside the database.")
public record Call(
    @Schema(description = "Number of the request; later ones have higher numbers.") long id,
    @Schema(description = "The function that was called.") String function,
    @Schema(description = "Its arguments.", type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode arguments,
    @Schema(description = "The role that called.") String requestedBy,
    @Schema(description = "queued, running, done or failed.") String state,
    @Schema(description = "What is done for it, or has to be done next.") String stage,
    @Schema(description = "How far it is.", type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode progress,
    @Schema(description = "Why it failed.") CallError error,
    @Schema(description = "When it was asked for.") OffsetDateTime requestedAt,
    @Schema(description = "When a worker first took it up.") OffsetDateTime startedAt,
    @Schema(description = "When it was answered.") OffsetDateTime finishedAt) {
  static final String SELECT =
      """
      SELECT id, function, arguments, requested_by, state, stage, progress, error,
        requested_at, started_at, finished_at
      FROM iasql.request WHERE id < ? ORDER BY id DESC LIMIT ?
      """;

  static Call of(ResultSet row) throws SQLException {
    return new Call(
        row.getLong("id"),
        row.getString("function"),
        json(row.getString("arguments")),
        row.getString("requested_by"),
        row.getString("state"),
        row.getString("stage"),
        json(row.getString("progress")),
        CallError.of(json(row.getString("error"))),
        row.getObject("requested_at", OffsetDateTime.class),
        row.getObject("started_at", OffsetDateTime.class),
        row.getObject("finished_at", OffsetDateTime.class));
  }

  private static JsonNode json(String text) {
    try {
      return text == null ? null : Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request holds JSON that cannot be read", e);
    }
  }
}
