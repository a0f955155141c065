package dev.iasql.core.module;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Modules sorted so that each comes after everything it depends on; ties by name. */
public final class DependencyOrder {
  private final Providers providers;
  private final Set<Candidate> placed = new LinkedHashSet<>();

  private DependencyOrder(Providers providers) {
    this.providers = providers;
  }

  public static List<ModuleManifest> dependenciesFirst(Collection<ModuleManifest> manifests) {
    return dependenciesFirst(Providers.amongManifests(manifests)).stream()
        .map(Candidate::manifest)
        .toList();
  }

  public static List<ModuleManifest> dependentsFirst(Collection<ModuleManifest> manifests) {
    return dependenciesFirst(manifests).reversed();
  }

  static List<Candidate> dependenciesFirst(Providers providers) {
    DependencyOrder order = new DependencyOrder(providers);
    providers.all().forEach(candidate -> order.place(candidate, new LinkedHashSet<>()));
    return List.copyOf(order.placed);
  }

  private void place(Candidate candidate, Set<Candidate> path) {
    if (placed.contains(candidate)) {
      return;
    }
    if (!path.add(candidate)) {
      throw new IllegalStateException(
          "modules depend on each other in a circle: "
              + String.join(" -> ", path.stream().map(Candidate::name).toList()));
    }
    providers.of(candidate).forEach(dependency -> place(dependency, path));
    path.remove(candidate);
    placed.add(candidate);
  }
}
