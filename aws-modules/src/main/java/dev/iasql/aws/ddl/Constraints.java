package dev.iasql.aws.ddl;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Reference;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The constraints of a table in schema {@code public}. */
final class Constraints {
  private final AwsTable<?> table;
  private final TableModel model;
  private final ObjectNames names;

  Constraints(AwsTable<?> table, ObjectNames names) {
    this.table = table;
    this.model = table.model();
    this.names = names;
  }

  List<SqlObject> all() {
    List<SqlObject> constraints = new ArrayList<>();
    constraints.add(
        constraint(
            names.relation(model.name() + "_pkey"),
            " PRIMARY KEY (%s)".formatted(columnNames(model.key()))));
    constraints.addAll(scopeKey());
    model.foreignKeys().forEach(column -> constraints.add(foreignKey(column)));
    model.columns().stream()
        .filter(ColumnModel::onlyOne)
        .forEach(column -> constraints.add(onlyOne(column)));
    for (int i = 0; i < model.checks().size(); i++) {
      constraints.add(check(i + 1, model.checks().get(i)));
    }
    return constraints;
  }

  /** For users only: AWS may have what nobody foresaw, and an import must not fail for it. */
  private SqlObject check(int number, String condition) {
    return constraint(
        own("check_" + number), " CHECK ((%s) OR iasql.by_engine())".formatted(condition));
  }

  private List<SqlObject> scopeKey() {
    // Rows that only show what AWS has go with their account; others must not, because a row that
    // goes is a resource to delete.
    String cascades = table.isManaged() ? "" : " ON DELETE CASCADE";
    return switch (model.scope()) {
      case ACCOUNT -> List.of();
      case GLOBAL -> List.of(reference("account_id", "aws_account", "account_id", cascades));
      case REGIONAL -> List.of(reference("region", "aws_region", "region, account_id", cascades));
    };
  }

  private SqlObject reference(String name, String target, String columns, String cascades) {
    return foreignKey(name, columns, target, columns, cascades);
  }

  private SqlObject foreignKey(ColumnModel column) {
    Reference reference = column.reference().orElseThrow();
    return foreignKey(
        column.name(),
        String.join(", ", referring(column)),
        reference.table(),
        String.join(", ", referredTo(reference)),
        reference.partOf() ? " ON DELETE CASCADE" : "");
  }

  private SqlObject foreignKey(
      String name, String columns, String target, String targetColumns, String cascades) {
    return constraint(
        own(name + "_fkey"),
        "\n    FOREIGN KEY (%s) REFERENCES public.%s (%s)\n    ON UPDATE CASCADE%s"
            .formatted(columns, target, targetColumns, cascades));
  }

  private SqlObject onlyOne(ColumnModel column) {
    String per = model.scope() == Scope.ACCOUNT ? column.name() : columnNames(model.scopeColumns());
    return constraint(
        names.relation(model.name() + "_only_one_" + column.name()),
        "\n    EXCLUDE USING btree (%s WITH =) WHERE (%s) DEFERRABLE INITIALLY IMMEDIATE"
            .formatted(per.replace(", ", " WITH =, "), column.name()));
  }

  private SqlObject constraint(String name, String definition) {
    return new SqlObject(name, model.name(), "CONSTRAINT " + name + definition);
  }

  private String own(String what) {
    return names.ofTable(model.name(), model.name() + "_" + what);
  }

  /** The columns of a foreign key, in the table that has it. */
  static List<String> referring(ColumnModel column) {
    return withScope(column.name(), column.reference().orElseThrow().scope());
  }

  /** The columns of a foreign key, in the table it points to. */
  static List<String> referredTo(Reference reference) {
    return withScope(reference.column(), reference.scope());
  }

  private static List<String> withScope(String column, Scope scope) {
    return switch (scope) {
      case ACCOUNT -> List.of(column);
      case GLOBAL -> List.of(column, "account_id");
      case REGIONAL -> List.of(column, "region", "account_id");
    };
  }

  static String columnNames(List<ColumnModel> columns) {
    return String.join(", ", names(columns.stream()));
  }

  static List<String> names(Stream<ColumnModel> columns) {
    return columns.map(ColumnModel::name).toList();
  }
}
