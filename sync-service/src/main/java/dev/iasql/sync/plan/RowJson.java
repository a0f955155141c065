package dev.iasql.sync.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;

/** Rows as PostgreSQL's {@code to_jsonb(row)} gives them. */
public final class RowJson {
  private RowJson() {}

  /**
   * @param text what PostgreSQL gave, or {@code null}
   * @return the row, or {@code null} for none
   */
  public static JsonNode read(String text) {
    try {
      return text == null ? null : Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL gave a row that is no JSON", e);
    }
  }
}
