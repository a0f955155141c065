package dev.iasql.aws.bundle;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.model.TableModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Statements for the documentation that run as they are. */
public final class ExampleSql {
  private static final int SHOWN_COLUMNS = 5;

  private final AwsTable<?> table;
  private final TableModel model;

  public ExampleSql(AwsTable<?> table) {
    this.table = table;
    this.model = table.model();
  }

  /** The key and what tells rows apart, then the first columns there are. */
  public String select() {
    Set<String> shown = new LinkedHashSet<>();
    model.ownColumns().stream().filter(ColumnModel::isKey).forEach(c -> shown.add(c.name()));
    model.columns().stream().filter(ColumnModel::label).forEach(c -> shown.add(c.name()));
    model.ownColumns().stream()
        .map(ColumnModel::name)
        .filter(name -> !shown.contains(name))
        .limit(Math.max(0, SHOWN_COLUMNS - shown.size()))
        .toList()
        .forEach(shown::add);
    return "SELECT %s FROM %s;".formatted(String.join(", ", shown), model.name());
  }

  /** Adds a row, or changes one where rows cannot be added; empty for a read-only table. */
  public String write() {
    if (!table.isManaged()) {
      return model.localColumns().isEmpty() ? "" : model.example();
    }
    return model.example().isEmpty() ? insert() : model.example();
  }

  private String insert() {
    List<ColumnModel> needed = model.ownColumns().stream().filter(ExampleSql::isNeeded).toList();
    if (needed.isEmpty()) {
      return "INSERT INTO %s DEFAULT VALUES;".formatted(model.name());
    }
    return "INSERT INTO %s (%s)\nVALUES (%s);"
        .formatted(
            model.name(),
            String.join(", ", needed.stream().map(ColumnModel::name).toList()),
            String.join(", ", needed.stream().map(ExampleSql::value).toList()));
  }

  private static boolean isNeeded(ColumnModel column) {
    boolean mustBeGiven = column.required() || (column.notNull() && column.defaultSql() == null);
    return mustBeGiven && column.role() != Role.ASSIGNED_ID;
  }

  private static String value(ColumnModel column) {
    if (column.isForeignKey()) {
      return column
          .reference()
          .map(reference -> "(SELECT %s FROM %s LIMIT 1)".formatted(reference.column(), reference.table()))
          .orElseThrow();
    }
    return switch (column.type()) {
      case "boolean" -> "true";
      case "integer", "bigint" -> "1";
      case "cidr" -> "'10.0.0.0/16'";
      case "inet" -> "'10.0.0.10'";
      case "timestamptz" -> "now()";
      case "jsonb" -> "'{\"Name\": \"example\"}'";
      case "text" -> "'example'";
      default -> "'{}'";
    };
  }
}
