package dev.iasql.aws.modules;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.TableModel;
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

/**
 * The tables of modules that can be installed together, such as those of one tenant: by name and in
 * the order in which they need each other.
 */
public final class AwsTables {
  private final Map<String, AwsTable<?>> byName;

  /**
   * @param modules one version of each
   * @throws IllegalArgumentException if two tables have one name, or tables refer to each other in
   *     a circle, to a table of no module, or to one of a module theirs does not depend on
   */
  public AwsTables(Collection<AwsModule> modules) {
    this.byName = inOrder(named(modules));
    byName.values().forEach(this::checkDependencies);
  }

  public Optional<AwsTable<?>> table(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All tables, each after those it refers to: the order to insert in; delete in reverse. */
  public List<AwsTable<?>> tables() {
    return List.copyOf(byName.values());
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
    for (AwsTable<?> candidate : byName.values()) {
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
      AwsModule home = byName.get(needed).module();
      boolean declared = table.module().dependencies().keySet().stream().anyMatch(home::is);
      if (!home.equals(table.module()) && !declared) {
        throw new IllegalArgumentException(
            "%s refers to %s, but module %s does not depend on %s"
                .formatted(table.name(), needed, table.module().name(), home.name()));
      }
    }
  }

  private static Map<String, AwsTable<?>> named(Collection<AwsModule> modules) {
    Map<String, AwsTable<?>> named = new TreeMap<>();
    for (AwsModule module : modules) {
      for (CloudResource<?> resource : module.resources()) {
        AwsTable<?> table = AwsTable.of(module, resource);
        if (named.putIfAbsent(table.name(), table) != null) {
          throw new IllegalArgumentException("two tables are named " + table.name());
        }
      }
    }
    return named;
  }

  private static Map<String, AwsTable<?>> inOrder(Map<String, AwsTable<?>> named) {
    Map<String, AwsTable<?>> placed = new LinkedHashMap<>();
    named.keySet().forEach(name -> place(name, named, placed, new ArrayList<>()));
    return placed;
  }

  private static void place(
      String name,
      Map<String, AwsTable<?>> named,
      Map<String, AwsTable<?>> placed,
      List<String> path) {
    if (placed.containsKey(name)) {
      return;
    }
    if (!named.containsKey(name)) {
      throw new IllegalArgumentException(
          "%s refers to %s, which is a table of no module".formatted(path.getLast(), name));
    }
    List<String> here = new ArrayList<>(path);
    here.add(name);
    if (path.contains(name)) {
      throw new IllegalArgumentException(
          "tables refer to each other in a circle: " + String.join(" -> ", here));
    }
    needs(named.get(name).model()).forEach(needed -> place(needed, named, placed, here));
    placed.put(name, named.get(name));
  }
}
