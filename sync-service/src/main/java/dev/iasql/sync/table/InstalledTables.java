package dev.iasql.sync.table;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of a tenant's modules whose rows are resources of AWS. */
public final class InstalledTables {
  private final AwsModules modules;

  public InstalledTables(AwsModules modules) {
    this.modules = modules;
  }

  /** Those in the tenant's database, each after the tables it refers to. */
  public List<AwsTable<?>> read(Connection connection) throws SQLException {
    Set<String> names = names(connection);
    return modules.tables().stream().filter(table -> names.contains(table.name())).toList();
  }

  /** A table of any module, installed or not. */
  public Optional<AwsTable<?>> find(String name) {
    return modules.table(name);
  }

  private static Set<String> names(Connection connection) throws SQLException {
    Set<String> names = new HashSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT table_name FROM iasql.module_table");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /**
   * The tables themselves and every one whose rows belong or refer to theirs, directly or through
   * others; a row belongs to its account and region too.
   */
  public static Set<String> withDependents(Set<String> tables, List<AwsTable<?>> among) {
    Set<String> found = new HashSet<>(tables);
    // In order of dependency one pass finds them all.
    for (AwsTable<?> table : among) {
      if (AwsModules.needs(table.model()).stream().anyMatch(found::contains)) {
        found.add(table.name());
      }
    }
    return found;
  }
}
