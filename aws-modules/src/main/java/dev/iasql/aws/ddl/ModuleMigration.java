package dev.iasql.aws.ddl;

import dev.iasql.aws.model.AwsTable;
import java.util.ArrayList;
import java.util.List;

/** The way from one version of a module to the next, for a database that has the earlier one. */
public final class ModuleMigration {
  private final List<TableMigration> tables = new ArrayList<>();

  /**
   * @param from the tables of the earlier version
   * @param to the same of the next version, in the same order
   */
  public ModuleMigration(List<AwsTable<?>> from, List<AwsTable<?>> to) {
    for (AwsTable<?> table : to) {
      AwsTable<?> before =
          from.stream().filter(old -> old.name().equals(table.name())).findFirst().orElseThrow();
      tables.add(new TableMigration(before, table));
    }
  }

  /** Turns what the earlier version installs into exactly what the next one installs. */
  public String sql() {
    List<String> statements = new ArrayList<>();
    tables.forEach(table -> statements.addAll(table.statements()));
    return String.join("\n", statements) + "\n";
  }

  /** What users have to know, a sentence for each change. */
  public List<String> changes() {
    return tables.stream().flatMap(table -> table.changes().stream()).toList();
  }
}
