package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names one row of one table.
 *
 * @param own the table's own key columns with their values as text
 * @param scope columns {@code region} and {@code account_id}, as far as the table has them
 */
public record RowKey(String table, Map<String, String> own, Map<String, String> scope) {
  /** The key of a row as {@code to_jsonb(row)} gives it. */
  public static RowKey of(TableModel table, JsonNode row) {
    List<ColumnModel> own = table.ownColumns().stream().filter(ColumnModel::isKey).toList();
    return new RowKey(table.name(), values(own, row), values(table.scopeColumns(), row));
  }

  static Map<String, String> values(List<ColumnModel> columns, JsonNode row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ColumnModel column : columns) {
      values.put(column.name(), row.path(column.name()).asText());
    }
    return values;
  }

  /** The row's id as users read it: its own key values, without account and region. */
  public String id() {
    return String.join(" ", own.values());
  }

  /** The account, or {@code null} if the table has no such column. */
  public String accountId() {
    return scope.containsKey("account_id") ? scope.get("account_id") : own.get("account_id");
  }

  /** The region, or {@code null} if the table has no such column. */
  public String region() {
    return scope.containsKey("region") ? scope.get("region") : own.get("region");
  }

  /** All key columns as a JSON object. */
  public ObjectNode json() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    own.forEach(json::put);
    scope.forEach(json::put);
    return json;
  }

  /** For sentences: {@code vpc new-main}. */
  @Override
  public String toString() {
    return table + " " + id();
  }
}
