package dev.iasql.sync.table;

import static java.util.stream.Collectors.joining;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.sql.Identifiers;
import java.util.List;
import java.util.function.Function;

/**
 * Pieces of SQL about one table. In aliases: {@code s} staged, {@code c} cloud, {@code p} public.
 */
public record SqlTable(TableModel model) {
  /** What is wanted. */
  public String wanted() {
    return "public." + name();
  }

  /** What AWS was last seen to have. */
  public String seen() {
    return "cloud." + name();
  }

  /** What AWS has now: a temporary table of the session. */
  public String staged() {
    return "pg_temp." + name();
  }

  public String name() {
    return Identifiers.quote(model.name());
  }

  /** {@code "a", "b"}. */
  public static String names(List<ColumnModel> columns) {
    return each(columns, ", ", SqlTable::name);
  }

  /** {@code s."a", s."b"}. */
  public static String names(String alias, List<ColumnModel> columns) {
    return each(columns, ", ", column -> name(alias, column));
  }

  public static String name(ColumnModel column) {
    return Identifiers.quote(column.name());
  }

  /** {@code s."a"}. */
  public static String name(String alias, ColumnModel column) {
    return alias + "." + name(column);
  }

  /** Whether two rows are the same resource. */
  public String sameKey(String left, String right) {
    return each(model.key(), " AND ", column -> name(left, column) + " = " + name(right, column));
  }

  /** Whether a column differs, NULL being a value like others. */
  public static String differs(String left, String right, ColumnModel column) {
    return name(left, column) + " IS DISTINCT FROM " + name(right, column);
  }

  /** Whether any of the columns differs; false if there are none. */
  public static String differ(String left, String right, List<ColumnModel> columns) {
    return columns.isEmpty()
        ? "false"
        : "(" + each(columns, " OR ", column -> differs(left, right, column)) + ")";
  }

  /** The text for each column, with something between them. */
  public static String each(
      List<ColumnModel> columns, String separator, Function<ColumnModel, String> text) {
    return columns.stream().map(text).collect(joining(separator));
  }

  /** The row's own key values as users read them. */
  public String rowId(String alias) {
    List<ColumnModel> own = model.ownColumns().stream().filter(ColumnModel::isKey).toList();
    return each(own, " || ' ' || ", column -> "(to_jsonb(" + name(alias, column) + ") #>> '{}')");
  }

  /** The row's account, or NULL if the table has no such column. */
  public String accountId(String alias) {
    return ofKey(alias, "account_id");
  }

  /** The row's region, or NULL if the table has no such column. */
  public String region(String alias) {
    return ofKey(alias, "region");
  }

  private String ofKey(String alias, String name) {
    return model.key().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .map(column -> name(alias, column))
        .orElse("NULL::text");
  }
}
