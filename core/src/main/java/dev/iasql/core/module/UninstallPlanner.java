package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decides whether modules may go, and in which order: dependents before what they depend on. */
public final class UninstallPlanner {
  private UninstallPlanner() {}

  /**
   * @throws UserException if a module is not installed
   * @throws ConflictException if a module that stays needs one that should go
   */
  public static List<ModuleManifest> plan(
      Collection<ModuleManifest> installed, Collection<ModuleRef> requested) {
    Map<String, ModuleManifest> present = new LinkedHashMap<>();
    installed.forEach(manifest -> present.put(manifest.name(), manifest));
    Set<String> going = new LinkedHashSet<>();
    for (ModuleRef ref : requested) {
      refuseIfAbsent(present, ref);
      going.add(ref.name());
    }
    for (String name : going) {
      Set<String> dependents = dependents(present.values(), name);
      dependents.removeAll(going);
      if (!dependents.isEmpty()) {
        throw new ConflictException(
            ErrorCode.MODULE_NEEDED,
            "module %s is needed by %s".formatted(name, String.join(", ", dependents)),
            "Uninstall them together: SELECT * FROM iasql_uninstall('%s', '%s')."
                .formatted(String.join("', '", dependents), name));
      }
    }
    return DependencyOrder.dependentsFirst(going.stream().map(present::get).toList());
  }

  private static void refuseIfAbsent(Map<String, ModuleManifest> present, ModuleRef ref) {
    ModuleManifest manifest = present.get(ref.name());
    if (manifest == null) {
      throw new UserException(
          ErrorCode.MODULE_NOT_INSTALLED,
          "module \"%s\" is not installed".formatted(ref.name()),
          UnknownModule.closest(ref.name(), present.keySet())
                  .map(name -> "Did you mean %s? ".formatted(name))
                  .orElse("")
              + "SELECT * FROM iasql_modules_installed() shows what is.");
    }
    if (ref.version().isPresent() && !manifest.id().version().equals(ref.version().get())) {
      throw new UserException(
          ErrorCode.MODULE_NOT_INSTALLED,
          "version %s of module %s is not installed".formatted(ref.version().get(), ref.name()),
          "Installed is %s; leave the version out to remove it.".formatted(manifest.id()));
    }
  }

  private static Set<String> dependents(Collection<ModuleManifest> installed, String name) {
    Set<String> dependents = new TreeSet<>();
    for (ModuleManifest manifest : installed) {
      if (manifest.dependencies().containsKey(name)) {
        dependents.add(manifest.name());
        dependents.addAll(dependents(installed, manifest.name()));
      }
    }
    return dependents;
  }
}
