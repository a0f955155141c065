package dev.iasql.registry.bundle;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be said of a module only beside the others: what it needs exists, and in no circle. */
public final class DependencyRules {
  private final ModuleCatalogue catalogue;

  /**
   * @param catalogue all modules, the ones to be checked among them
   */
  public DependencyRules(ModuleCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @throws UserException if a dependency is missing, or leads back to the module
   */
  public void check(ModuleManifest manifest) {
    manifest
        .dependencies()
        .forEach((dependency, range) -> requirePresent(manifest, dependency, range));
    refuseCircle(manifest, manifest, List.of(), new HashSet<>());
  }

  private void requirePresent(ModuleManifest manifest, String dependency, String range) {
    boolean present =
        catalogue.newestFirst(dependency).stream()
            .anyMatch(candidate -> candidate.id().version().satisfies(range));
    if (!present) {
      throw invalid(
          manifest, "it depends on %s %s, which is not published".formatted(dependency, range));
    }
  }

  private void refuseCircle(
      ModuleManifest start, ModuleManifest at, List<String> path, Set<ModuleId> visited) {
    if (!visited.add(at.id())) {
      return;
    }
    List<String> here = new ArrayList<>(path);
    here.add(at.name());
    for (String dependency : at.dependencies().keySet()) {
      if (dependency.equals(start.name())) {
        here.add(dependency);
        throw invalid(
            start, "modules depend on each other in a circle: " + String.join(" -> ", here));
      }
      catalogue.newestFirst(dependency).forEach(next -> refuseCircle(start, next, here, visited));
    }
  }

  private static UserException invalid(ModuleManifest manifest, String detail) {
    return new UserException(
        ErrorCode.MODULE_INVALID,
        "the module %s cannot be published".formatted(manifest.id()),
        detail,
        "Correct the dependencies in module.yaml and publish again.");
  }
}
