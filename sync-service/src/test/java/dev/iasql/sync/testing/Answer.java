package dev.iasql.sync.testing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of a request.
 *
 * @param stage the stage it waits for, or was in last
 * @param rows its rows, or {@code null}
 * @param error its error, or {@code null}
 * @param work what the next stage is handed
 */
public record Answer(
    long id, String state, String stage, JsonNode rows, JsonNode error, JsonNode work) {

  /** The only row in which a column has a value. */
  public JsonNode row(String column, String value) {
    for (JsonNode row : rows) {
      if (row.path(column).asText().equals(value)) {
        return row;
      }
    }
    throw new AssertionError("no row with %s = %s in %s".formatted(column, value, this));
  }

  /** What a refresh says of a table: rows created, updated, deleted and unchanged. */
  public String counts(String table) {
    JsonNode row = row("table_name", table);
    return "%s created, %s updated, %s deleted, %s unchanged"
        .formatted(
            row.path("created"), row.path("updated"), row.path("deleted"), row.path("unchanged"));
  }
}
