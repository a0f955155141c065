package dev.iasql.aws.bundle;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import java.util.List;

/** Phrases that more than one page uses. */
final class Wording {
  private Wording() {}

  /** The summary of a module as a sentence. */
  static String sentence(String summary) {
    return summary.endsWith(".") ? summary : summary + ".";
  }

  static String readOnly(TableModel table) {
    List<String> open = table.localColumns().stream().map(c -> "`%s`".formatted(c.name())).toList();
    return open.isEmpty()
        ? "Read-only."
        : "Read-only except for %s.".formatted(String.join(", ", open));
  }

  /** Words as code, apart by commas. */
  static String code(List<String> words) {
    return String.join(", ", words.stream().map("`%s`"::formatted).toList());
  }

  static String function(SqlFunction function) {
    return "`%s(%s)`: %s"
        .formatted(function.name(), function.argumentTypes(), function.description());
  }

  /** Who decides the value of a column, from the user's point of view. */
  static String writtenBy(AwsTable<?> table, ColumnModel column) {
    if (!table.isManaged() && !column.isLocal()) {
      return "AWS";
    }
    return switch (column.role()) {
      case SCOPE, KEY, IMMUTABLE, MUTABLE, LOCAL -> "you";
      case ASSIGNED_ID, COMPUTED -> "AWS";
    };
  }

  /** What happens when the user changes the value. */
  static String change(AwsTable<?> table, ColumnModel column) {
    if (!table.isManaged() && !column.isLocal()) {
      return "";
    }
    return switch (column.role()) {
      case SCOPE, KEY, IMMUTABLE -> "replaces";
      case MUTABLE -> "in place";
      case LOCAL -> "at once";
      case ASSIGNED_ID, COMPUTED -> "";
    };
  }
}
