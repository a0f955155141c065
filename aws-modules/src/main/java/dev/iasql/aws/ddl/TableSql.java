package dev.iasql.aws.ddl;

import static java.util.stream.Collectors.joining;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import java.util.ArrayList;
import java.util.List;

/** The statements that create one table in both schemas. */
final class TableSql {
  private final AwsTable<?> table;
  private final TableModel model;
  private final ObjectNames names;

  TableSql(AwsTable<?> table, ObjectNames names) {
    this.table = table;
    this.model = table.model();
    this.names = names;
    names.relation(model.name());
  }

  /** Statements in order, apart by blank lines. */
  String create() {
    Comments comments = new Comments(table);
    List<String> parts = new ArrayList<>();
    parts.add("-- %s: %s".formatted(model.name(), model.comment()));
    parts.add(wanted());
    List<SqlObject> indexes = indexes();
    if (!indexes.isEmpty()) {
      parts.add(indexes.stream().map(SqlObject::sql).collect(joining("\n")));
    }
    new Triggers(table, names).all().forEach(trigger -> parts.add(trigger.sql()));
    parts.add(comments.ofWanted());
    parts.add(seen());
    parts.add(comments.ofSeen());
    return String.join("\n\n", parts);
  }

  static String drop(String table) {
    return "DROP TABLE cloud.%1$s;\nDROP TABLE public.%1$s;".formatted(table);
  }

  private String wanted() {
    List<String> lines = new ArrayList<>();
    int nameWidth = width(model.columns().stream().map(ColumnModel::name).toList());
    for (ColumnModel column : model.columns()) {
      String line = column.name() + " ".repeat(nameWidth - column.name().length());
      lines.add(line + " " + column.type() + notNull(column) + defaultOf(column));
    }
    new Constraints(table, names).all().forEach(constraint -> lines.add(constraint.sql()));
    return "CREATE TABLE public.%s (\n  %s\n);"
        .formatted(model.name(), String.join(",\n  ", lines));
  }

  /** Same columns, but nothing that could refuse or invent a value: it holds what AWS has. */
  private String seen() {
    return """
    CREATE TABLE cloud.%s (
      LIKE public.%s INCLUDING COMMENTS,
      PRIMARY KEY (%s)
    );"""
        .formatted(model.name(), model.name(), Constraints.columnNames(model.key()));
  }

  /** For cascades; a column the primary key begins with needs no index of its own. */
  List<SqlObject> indexes() {
    String leading = model.key().getFirst().name();
    return model.foreignKeys().stream()
        .map(ColumnModel::name)
        .filter(column -> !column.equals(leading))
        .map(this::index)
        .toList();
  }

  private SqlObject index(String column) {
    String name = names.relation("%s_%s_idx".formatted(model.name(), column));
    return new SqlObject(
        name,
        model.name(),
        "CREATE INDEX %s ON public.%s (%s);".formatted(name, model.name(), column));
  }

  static String notNull(ColumnModel column) {
    return column.notNull() && !column.isKey() ? " NOT NULL" : "";
  }

  /** Where users cannot insert, the engine writes every column itself. */
  String defaultOf(ColumnModel column) {
    boolean usersLeaveItOut = table.isManaged() || column.isLocal();
    return column.defaultSql() != null && usersLeaveItOut ? " DEFAULT " + column.defaultSql() : "";
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
