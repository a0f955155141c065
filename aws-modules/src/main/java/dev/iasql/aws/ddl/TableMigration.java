package dev.iasql.aws.ddl;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements that turn a table into what it is in the next version of its module. Rows stay as
 * they are: a column that is new holds NULL in both schemas, so that the next refresh fills it and
 * no change is pending.
 */
final class TableMigration {
  private static final List<String> SCHEMAS = List.of("public", "cloud");

  private final AwsTable<?> from;
  private final AwsTable<?> to;
  private final Map<String, String> renamed = new LinkedHashMap<>();
  private final List<ColumnModel> added = new ArrayList<>();

  TableMigration(AwsTable<?> from, AwsTable<?> to) {
    this.from = from;
    this.to = to;
    for (ColumnModel column : to.model().columns()) {
      from.model().columns().stream()
          .filter(old -> old.property().equals(column.property()))
          .findFirst()
          .ifPresentOrElse(old -> rename(old, column), () -> added.add(column));
    }
  }

  private void rename(ColumnModel old, ColumnModel column) {
    if (!old.name().equals(column.name())) {
      renamed.put(old.name(), column.name());
    }
  }

  /** Nothing if the versions have the same table. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    TableSql sql = new TableSql(to, new ObjectNames());
    Replaced triggers = replaced(triggers(from), triggers(to));
    Replaced constraints = replaced(constraints(from), constraints(to));
    Replaced indexes = replaced(indexes(from), indexes(to));
    triggers.dropped.forEach(
        old -> statements.add("DROP TRIGGER %s ON public.%s;".formatted(old.name(), old.table())));
    constraints.dropped.forEach(
        old -> statements.add("%s DROP CONSTRAINT %s;".formatted(alter("public"), old.name())));
    indexes.dropped.forEach(old -> statements.add("DROP INDEX public.%s;".formatted(old.name())));
    renamed.forEach((old, name) -> statements.addAll(renaming(old, name)));
    added.forEach(column -> statements.addAll(adding(column, sql)));
    constraints.created.forEach(
        made -> statements.add("%s\n  ADD %s;".formatted(alter("public"), made.sql())));
    indexes.created.forEach(made -> statements.add(made.sql()));
    triggers.created.forEach(made -> statements.add(made.sql()));
    return statements;
  }

  /** One sentence for each column that differs. */
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    renamed.forEach(
        (old, name) ->
            changes.add("Column `%s` of `%s` is now `%s`.".formatted(old, to.name(), name)));
    added.forEach(
        column ->
            changes.add(
                "Column `%s` of `%s` is new: %s"
                    .formatted(column.name(), to.name(), column.comment())));
    return changes;
  }

  private List<String> renaming(String old, String name) {
    List<String> statements = new ArrayList<>();
    for (String schema : SCHEMAS) {
      statements.add("%s RENAME COLUMN %s TO %s;".formatted(alter(schema), old, name));
      if (column(name).notNull()) {
        // PostgreSQL named the constraint after the column, and does not rename it.
        statements.add(
            "%s RENAME CONSTRAINT %s_%s_not_null TO %2$s_%4$s_not_null;"
                .formatted(alter(schema), to.name(), old, name));
      }
    }
    return statements;
  }

  private List<String> adding(ColumnModel column, TableSql sql) {
    List<String> statements = new ArrayList<>();
    String defaultValue = sql.defaultOf(column);
    for (String schema : SCHEMAS) {
      String add = "%s ADD COLUMN %s %s".formatted(alter(schema), column.name(), column.type());
      if (column.notNull()) {
        statements.add(add + " NOT NULL DEFAULT %s;".formatted(column.defaultSql()));
      } else {
        statements.add(add + ";");
      }
      boolean keeps = schema.equals("public") && !defaultValue.isEmpty();
      String alterColumn = "%s ALTER COLUMN %s ".formatted(alter(schema), column.name());
      if (keeps && !column.notNull()) {
        statements.add(alterColumn + "SET" + defaultValue + ";");
      } else if (column.notNull() && !keeps) {
        statements.add(alterColumn + "DROP DEFAULT;");
      }
      statements.add(new Comments(to).of(column, schema));
    }
    return statements;
  }

  private ColumnModel column(String name) {
    return to.model().columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String alter(String schema) {
    return "ALTER TABLE %s.%s".formatted(schema, to.name());
  }

  private record Replaced(List<SqlObject> dropped, List<SqlObject> created) {}

  /** What does not turn into its successor by itself when the columns are renamed. */
  private Replaced replaced(List<SqlObject> old, List<SqlObject> wanted) {
    List<SqlObject> dropped = new ArrayList<>(old);
    dropped.removeIf(object -> wanted.contains(object.withColumnsRenamed(renamed)));
    Set<SqlObject> kept = new HashSet<>();
    old.forEach(object -> kept.add(object.withColumnsRenamed(renamed)));
    List<SqlObject> created = new ArrayList<>(wanted);
    created.removeIf(kept::contains);
    return new Replaced(dropped, created);
  }

  private static List<SqlObject> triggers(AwsTable<?> table) {
    return new Triggers(table, new ObjectNames()).all();
  }

  private static List<SqlObject> constraints(AwsTable<?> table) {
    return new Constraints(table, new ObjectNames()).all();
  }

  private static List<SqlObject> indexes(AwsTable<?> table) {
    return new TableSql(table, new ObjectNames()).indexes();
  }
}
