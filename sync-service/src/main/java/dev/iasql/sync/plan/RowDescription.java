package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import java.util.LinkedHashSet;
import java.util.Set;

/** What tells a row apart for a human: its tag {@code Name}, then its label columns. */
public final class RowDescription {
  private RowDescription() {}

  public static String of(TableModel table, JsonNode row) {
    Set<String> parts = new LinkedHashSet<>();
    add(parts, row.path("tags").path("Name"));
    for (ColumnModel column : table.columns()) {
      if (column.label()) {
        add(parts, row.path(column.name()));
      }
    }
    return String.join(", ", parts);
  }

  private static void add(Set<String> parts, JsonNode value) {
    String text = value.isValueNode() ? value.asText("") : value.toString();
    if (!value.isNull() && !text.isBlank()) {
      parts.add(text);
    }
  }
}
