package dev.iasql.aws.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.spi.Scope;
import dev.iasql.core.sql.Identifiers;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;

/** What every table must keep to, so that the SQL made from it means what its record says. */
final class TableRules {
  private static final String AWS_MANAGED = "aws_managed";

  private final TableModel table;

  TableRules(TableModel table) {
    this.table = table;
  }

  /**
   * @throws IllegalArgumentException if a rule is broken
   */
  void check() {
    require(Identifiers.isPlain(table.name()), "has the table name \"%s\"", table.name());
    requireSentence(table.comment(), "the table");
    long ownKeys = table.ownColumns().stream().filter(ColumnModel::isKey).count();
    require(ownKeys > 0, "has no key component");
    long assigned =
        table.columns().stream().filter(column -> column.role() == Role.ASSIGNED_ID).count();
    require(assigned <= 1, "has more than one id that AWS hands out");
    Set<String> names = new HashSet<>();
    for (ColumnModel column : table.columns()) {
      require(names.add(column.name()), "has the column %s twice", column.name());
      check(column);
    }
    for (RecordComponent component : table.record().getRecordComponents()) {
      checkJsonName(component.getName());
    }
  }

  private void check(ColumnModel column) {
    String name = column.name();
    require(Identifiers.isPlain(name), "has the column name \"%s\"", name);
    requireSentence(column.comment(), name);
    boolean computed = column.isComputed();
    require(!computed || !column.required(), "requires a value for %s, which AWS decides", name);
    require(
        column.role() != Role.ASSIGNED_ID || column.type().equals("text"),
        "has the id %s, which is not text",
        name);
    require(
        !column.awsManaged() || (name.equals(AWS_MANAGED) && column.type().equals("boolean")),
        "marks what AWS makes by %s; the platform's triggers expect a boolean aws_managed",
        name);
    require(
        !column.onlyOne() || (column.type().equals("boolean") && column.isLocal()),
        "allows only one true %s, which is not boolean or not local: AWS could have more",
        name);
    column.reference().ifPresent(reference -> checkReference(column, reference));
  }

  private void checkReference(ColumnModel column, ColumnModel.Reference reference) {
    String wanted = reference.list() ? "text[]" : "text";
    require(column.type().equals(wanted), "refers with %s, which is not %s", column.name(), wanted);
    require(
        table.scope() == Scope.REGIONAL || reference.scope() != Scope.REGIONAL,
        "refers with %s to a regional table but has no region",
        column.name());
    require(
        !reference.partOf() || (column.isFixed() && !reference.list()),
        "is part of %s by %s, which may change: make it a key or immutable",
        reference.table(),
        column.name());
  }

  /** Rows travel as JSON, whose names Jackson derives by its own rules. */
  private void checkJsonName(String component) {
    String column = Identifiers.snakeCase(component);
    require(
        new SnakeCaseStrategy().translate(component).equals(column),
        "has the component %s, whose name in JSON would not be %s",
        component,
        column);
  }

  private void requireSentence(String comment, String what) {
    require(
        comment.strip().equals(comment) && comment.endsWith("."),
        "describes %s with \"%s\"; a description is one sentence with a full stop",
        what,
        comment);
  }

  private void require(boolean condition, String otherwise, Object... arguments) {
    if (!condition) {
      throw new IllegalArgumentException(
          table.record().getSimpleName() + " " + otherwise.formatted(arguments));
    }
  }
}
