package dev.iasql.sync.table;

import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.aws.spi.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All tables this service can read from AWS, each after the tables it refers to. */
public final class AwsTables {
  /** The table of accounts, which every other table refers to. */
  public static final String ACCOUNT = "aws_account";

  /** The table of regions, which every regional table refers to. */
  public static final String REGION = "aws_region";

  private final Map<String, AwsTable<?>> inOrder = new LinkedHashMap<>();

  public AwsTables(Collection<AwsModule> modules) {
    Map<String, AwsTable<?>> byName = new TreeMap<>();
    for (AwsModule module : modules) {
      for (CloudResource<?> resource : module.resources()) {
        AwsTable<?> table = AwsTable.of(resource);
        byName.put(table.name(), table);
      }
    }
    byName.values().forEach(table -> place(table, byName, new HashSet<>()));
  }

  private void place(AwsTable<?> table, Map<String, AwsTable<?>> byName, Set<String> path) {
    if (inOrder.containsKey(table.name()) || !path.add(table.name())) {
      return;
    }
    for (String parent : parents(table.model())) {
      if (byName.containsKey(parent)) {
        place(byName.get(parent), byName, path);
      }
    }
    inOrder.put(table.name(), table);
  }

  /** The tables its rows refer to, the scope's included, itself left out. */
  public static Set<String> parents(TableModel table) {
    Set<String> parents = new LinkedHashSet<>();
    if (table.scope() == Scope.REGIONAL) {
      parents.add(REGION);
    }
    if (table.scope() == Scope.GLOBAL) {
      parents.add(ACCOUNT);
    }
    parents.addAll(table.referencedTables());
    return parents;
  }

  public Optional<AwsTable<?>> find(String name) {
    return Optional.ofNullable(inOrder.get(name));
  }

  /** The tables of these names, parents first; names of other tables are left out. */
  public List<AwsTable<?>> inOrder(Set<String> names) {
    return inOrder.values().stream().filter(table -> names.contains(table.name())).toList();
  }

  /** The tables of the modules installed in a tenant's database, parents first. */
  public List<AwsTable<?>> installed(Connection connection) throws SQLException {
    Set<String> names = new HashSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT table_name FROM iasql.module_table");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return inOrder(names);
  }

  /**
   * The tables themselves and every one that refers to them, directly or through others.
   *
   * @param among which tables are considered
   */
  public static Set<String> withDependents(Set<String> tables, List<AwsTable<?>> among) {
    Set<String> found = new HashSet<>(tables);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (AwsTable<?> table : among) {
        if (parents(table.model()).stream().anyMatch(found::contains)) {
          grown |= found.add(table.name());
        }
      }
    }
    return found;
  }
}
