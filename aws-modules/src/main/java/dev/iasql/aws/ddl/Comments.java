package dev.iasql.aws.ddl;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.core.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** The comments of a table and its columns, in both schemas. */
final class Comments {
  private final AwsTable<?> table;

  Comments(AwsTable<?> table) {
    this.table = table;
  }

  /** On the table users write, and on all columns. */
  String ofWanted() {
    String name = "public." + table.name();
    List<String> statements = new ArrayList<>();
    statements.add(comment("TABLE " + name, table.model().comment() + restriction()));
    for (ColumnModel column : table.model().columns()) {
      statements.add(of(column, "public"));
    }
    return String.join("\n", statements);
  }

  /** On a column of the table in one of the schemas. */
  String of(ColumnModel column, String schema) {
    return comment(
        "COLUMN %s.%s.%s".formatted(schema, table.name(), column.name()),
        column.comment() + rule(column));
  }

  /** On the table that shows what was seen; its columns' comments are copied. */
  String ofSeen() {
    return comment(
        "TABLE cloud." + table.name(),
        table.model().comment() + " As last seen in AWS; only IaSQL writes it.");
  }

  private String restriction() {
    if (table.isManaged()) {
      return "";
    }
    List<String> open = table.model().localColumns().stream().map(ColumnModel::name).toList();
    return open.isEmpty()
        ? " Read-only."
        : " Read-only except for %s.".formatted(String.join(", ", open));
  }

  private String rule(ColumnModel column) {
    return switch (column.role()) {
      case ASSIGNED_ID ->
          table.isManaged()
              ? " Assigned by AWS; a value that begins with new- stands for it until commit."
              : " Assigned by AWS.";
      case COMPUTED -> " Computed by AWS.";
      case LOCAL -> " Kept in this database; AWS does not know it.";
      case KEY, IMMUTABLE -> table.isManaged() ? " Changing it replaces the resource." : "";
      case MUTABLE, SCOPE -> "";
    };
  }

  private static String comment(String object, String text) {
    return "COMMENT ON %s IS%s%s;"
        .formatted(object, object.startsWith("TABLE") ? "\n  " : " ", literal(text));
  }

  private static String literal(String text) {
    return Identifiers.literal(text).strip();
  }
}
