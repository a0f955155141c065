package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Decides whether modules may go, and in which order: dependents before what they depend on. */
public final class UninstallPlanner {
  private UninstallPlanner() {}

  /**
   * A dependent that finds what it needs in another module that stays is no obstacle.
   *
   * @throws UserException if a module is not installed
   * @throws ConflictException if a module that stays needs one that should go
   */
  public static List<ModuleManifest> plan(
      Collection<ModuleManifest> installed, Collection<ModuleRef> requested) {
    InstalledSet present = new InstalledSet(installed);
    Set<String> going = new LinkedHashSet<>();
    requested.forEach(ref -> going.add(present.require(ref).name()));
    Set<String> stranded = present.strandedWithout(going);
    if (!stranded.isEmpty()) {
      throw needed(present.neededAmong(going, stranded), stranded);
    }
    return DependencyOrder.dependentsFirst(
        installed.stream().filter(manifest -> going.contains(manifest.name())).toList());
  }

  private static ConflictException needed(Set<String> needed, Set<String> by) {
    Set<String> together = new LinkedHashSet<>(by);
    together.addAll(needed);
    return new ConflictException(
        ErrorCode.MODULE_NEEDED,
        "%s %s needed by %s"
            .formatted(
                (needed.size() == 1 ? "module " : "modules ") + String.join(", ", needed),
                needed.size() == 1 ? "is" : "are",
                String.join(", ", new TreeSet<>(by))),
        "Uninstall them together: SELECT * FROM iasql_uninstall('%s')."
            .formatted(String.join("', '", together)));
  }
}
