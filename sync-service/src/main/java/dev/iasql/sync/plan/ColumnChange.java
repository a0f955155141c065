package dev.iasql.sync.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a change does to one column.
 *
 * @param from what AWS was last seen to have
 * @param to what is wanted
 * @param conflict whether AWS changed it too since it was last seen; {@code null} for no
 */
public record ColumnChange(
    JsonNode from, JsonNode to, @JsonInclude(JsonInclude.Include.NON_NULL) Boolean conflict) {}
