package dev.iasql.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Modules sorted so that each comes after everything it depends on; ties by name. */
public final class DependencyOrder {
  private final Map<String, ModuleManifest> byName = new TreeMap<>();
  private final Set<String> placed = new LinkedHashSet<>();

  private DependencyOrder(Collection<ModuleManifest> manifests) {
    manifests.forEach(manifest -> byName.put(manifest.name(), manifest));
  }

  public static List<ModuleManifest> dependenciesFirst(Collection<ModuleManifest> manifests) {
    DependencyOrder order = new DependencyOrder(manifests);
    order.byName.keySet().forEach(name -> order.place(name, new LinkedHashSet<>()));
    return order.placed.stream().map(order.byName::get).toList();
  }

  public static List<ModuleManifest> dependentsFirst(Collection<ModuleManifest> manifests) {
    List<ModuleManifest> reversed = new ArrayList<>(dependenciesFirst(manifests));
    return reversed.reversed();
  }

  private void place(String name, Set<String> path) {
    if (placed.contains(name) || !byName.containsKey(name)) {
      return;
    }
    if (!path.add(name)) {
      throw new IllegalStateException(
          "modules depend on each other in a circle: " + String.join(" -> ", path));
    }
    byName.get(name).dependencies().keySet().stream()
        .sorted()
        .forEach(dependency -> place(dependency, path));
    path.remove(name);
    placed.add(name);
  }
}
