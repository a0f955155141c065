package dev.iasql.aws.bundle;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import java.util.LinkedHashSet;
import java.util.Set;

/** A query for the documentation of a table: its key, what tells rows apart, and a few more. */
public record ExampleQuery(TableModel table) {
  private static final int COLUMNS = 5;

  public String sql() {
    Set<String> shown = new LinkedHashSet<>();
    table.ownColumns().stream().filter(ColumnModel::isKey).forEach(c -> shown.add(c.name()));
    table.ownColumns().stream().filter(ColumnModel::label).forEach(c -> shown.add(c.name()));
    for (ColumnModel column : table.ownColumns()) {
      if (shown.size() < COLUMNS) {
        shown.add(column.name());
      }
    }
    return "SELECT %s FROM %s;".formatted(String.join(", ", shown), table.name());
  }
}
