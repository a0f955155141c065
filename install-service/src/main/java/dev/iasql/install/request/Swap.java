package dev.iasql.install.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * What a swap hands from stage to stage: how it is brought to its end, and how it is taken back.
 *
 * @param leaving what went, dependents first
 * @param arriving what came, dependencies first
 * @param answer the rows about what went and what stayed
 * @param finish statements that make the new state final, except for what is parked
 * @param release statements that take the objects of staying modules off what came
 * @param back statements that bring back what was renamed or hidden, after what is parked
 * @param known what stood in {@code iasql.module} and its like about what went
 */
record Swap(
    List<ModuleManifest> leaving,
    List<ModuleManifest> arriving,
    List<Row> answer,
    List<String> finish,
    List<String> release,
    List<String> back,
    JsonNode known) {
  private static final String KEY = "swap";

  /** One row of the answer of {@code iasql_swap}. */
  record Row(String action, String moduleName, String tableName, Long recordCount, String lost) {}

  static List<Row> rows(String action, List<Losses.Row> counted) {
    List<Row> rows = new ArrayList<>();
    counted.forEach(
        row ->
            rows.add(
                new Row(action, row.moduleName(), row.tableName(), row.recordCount(), row.lost())));
    return rows;
  }

  static boolean isUnderWay(Request request) {
    return request.work().has(KEY);
  }

  static Swap of(Request request) {
    try {
      return Json.MAPPER.treeToValue(request.work().path(KEY), Swap.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what a swap left for its end cannot be read", e);
    }
  }
}
