package dev.iasql.aws.modules;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.modules.securitygroup.SecurityGroupModule;
import dev.iasql.aws.modules.vpc.VpcModule;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** AWS modules and their tables, by name and in the order in which they need each other. */
public final class AwsModules {
  private static final AwsModules ALL =
      new AwsModules(List.of(AccountModule.MODULE, VpcModule.MODULE, SecurityGroupModule.MODULE));

  private final List<AwsModule> modules;
  private final Map<String, AwsTable<?>> tablesByName;

  /**
   * @throws IllegalArgumentException if two tables have one name, or tables refer to each other in
   *     a circle, to a table of no module, or to one of a module theirs does not depend on
   */
  public AwsModules(List<AwsModule> modules) {
    this.modules = List.copyOf(modules);
    this.tablesByName = inOrder(byName(modules));
    tablesByName.values().forEach(this::checkDependencies);
  }

  /** The modules IaSQL brings along. A new one is added to this list. */
  public static AwsModules all() {
    return ALL;
  }

  public List<AwsModule> modules() {
    return modules;
  }

  public Optional<AwsTable<?>> table(String name) {
    return Optional.ofNullable(tablesByName.get(name));
  }

  /** All tables, each after those it refers to: the order to insert in; delete in reverse. */
  public List<AwsTable<?>> tables() {
    return List.copyOf(tablesByName.values());
  }

  /** The tables of some modules, each after those it refers to. */
  public List<AwsTable<?>> tablesOf(Collection<String> moduleNames) {
    return tables().stream().filter(table -> moduleNames.contains(table.module().name())).toList();
  }

  /**
   * The tables whose rows refer to rows of a table, directly or through others, itself left out;
   * that a row belongs to an account and a region is not counted.
   */
  public Set<String> dependents(String table) {
    Set<String> found = new TreeSet<>();
    for (AwsTable<?> candidate : tablesByName.values()) {
      Set<String> references = candidate.model().referencedTables();
      if (references.contains(table) || references.stream().anyMatch(found::contains)) {
        found.add(candidate.name());
      }
    }
    return found;
  }

  /** What a table's rows need to be there first. */
  public static Set<String> needs(TableModel table) {
    Set<String> needed = new LinkedHashSet<>();
    table.scopeTable().ifPresent(needed::add);
    needed.addAll(table.referencedTables());
    return needed;
  }

  private void checkDependencies(AwsTable<?> table) {
    for (String needed : needs(table.model())) {
      AwsModule home = tablesByName.get(needed).module();
      if (!home.equals(table.module()) && !table.module().dependencies().containsKey(home.name())) {
        throw new IllegalArgumentException(
            "%s refers to %s, but module %s does not depend on %s"
                .formatted(table.name(), needed, table.module().name(), home.name()));
      }
    }
  }

  private static Map<String, AwsTable<?>> byName(List<AwsModule> modules) {
    Map<String, AwsTable<?>> byName = new LinkedHashMap<>();
    for (AwsModule module : modules) {
      for (CloudResource<?> resource : module.resources()) {
        AwsTable<?> table = new AwsTable<>(module, resource);
        if (byName.putIfAbsent(table.name(), table) != null) {
          throw new IllegalArgumentException("two tables are named " + table.name());
        }
      }
    }
    return byName;
  }

  private static Map<String, AwsTable<?>> inOrder(Map<String, AwsTable<?>> byName) {
    Map<String, AwsTable<?>> placed = new LinkedHashMap<>();
    new TreeMap<>(byName).keySet().forEach(name -> place(name, byName, placed, new ArrayList<>()));
    return placed;
  }

  private static void place(
      String name,
      Map<String, AwsTable<?>> byName,
      Map<String, AwsTable<?>> placed,
      List<String> path) {
    if (placed.containsKey(name)) {
      return;
    }
    if (!byName.containsKey(name)) {
      throw new IllegalArgumentException(
          "%s refers to %s, which is a table of no module".formatted(path.getLast(), name));
    }
    List<String> here = new ArrayList<>(path);
    here.add(name);
    if (path.contains(name)) {
      throw new IllegalArgumentException(
          "tables refer to each other in a circle: " + String.join(" -> ", here));
    }
    needs(byName.get(name).model()).forEach(needed -> place(needed, byName, placed, here));
    placed.put(name, byName.get(name));
  }
}
