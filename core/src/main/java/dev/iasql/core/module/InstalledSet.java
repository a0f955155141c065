package dev.iasql.core.module;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The modules of one database, and what would become of them without some. */
final class InstalledSet {
  private final Map<String, Candidate> byName = new TreeMap<>();
  private final Providers providers;

  InstalledSet(Collection<ModuleManifest> installed) {
    installed.forEach(manifest -> byName.put(manifest.name(), new Candidate(manifest)));
    this.providers = Providers.among(byName.values());
  }

  Collection<Candidate> all() {
    return byName.values();
  }

  boolean contains(String name) {
    return byName.containsKey(name);
  }

  /** Whether the name is that of an installed module or of a capability one provides. */
  boolean provides(String name) {
    return byName.values().stream().anyMatch(candidate -> candidate.names().contains(name));
  }

  /**
   * @throws UserException if the module is not installed, or in another version
   */
  Candidate require(ModuleRef ref) {
    Candidate present = requireAnyVersion(ref.name());
    if (ref.version().isPresent() && !present.version().equals(ref.version().get())) {
      throw new UserException(
          ErrorCode.MODULE_NOT_INSTALLED,
          "version %s of module %s is not installed".formatted(ref.version().get(), ref.name()),
          "Installed is %s; leave the version out to remove it.".formatted(present.id()));
    }
    return present;
  }

  /**
   * @throws UserException if the module is not installed
   */
  Candidate requireAnyVersion(String name) {
    Candidate present = byName.get(name);
    if (present == null) {
      throw new UserException(
          ErrorCode.MODULE_NOT_INSTALLED,
          "module \"%s\" is not installed".formatted(name),
          UnknownModule.closest(name, byName.keySet())
                  .map(close -> "Did you mean %s? ".formatted(close))
                  .orElse("")
              + "SELECT * FROM iasql_modules_installed() shows what is.");
    }
    return present;
  }

  /** Who would miss something, directly or because who it needs would, if the modules went. */
  Set<String> strandedWithout(Set<String> going) {
    Set<String> gone = new TreeSet<>(going);
    Set<String> stranded = new TreeSet<>();
    while (true) {
      Set<String> more = newlyStranded(gone);
      if (more.isEmpty()) {
        return stranded;
      }
      stranded.addAll(more);
      gone.addAll(more);
    }
  }

  private Set<String> newlyStranded(Set<String> gone) {
    return byName.values().stream()
        .filter(candidate -> !gone.contains(candidate.name()))
        .filter(candidate -> candidate.needs().stream().anyMatch(need -> isLost(need, gone)))
        .map(Candidate::name)
        .collect(Collectors.toSet());
  }

  /** True for what was met, and no longer is. */
  private boolean isLost(Requirement need, Set<String> gone) {
    List<Candidate> before = providers.of(need);
    return !before.isEmpty() && before.stream().allMatch(one -> gone.contains(one.name()));
  }

  /** Those of the modules on which one of the others depends directly. */
  Set<String> neededAmong(Set<String> modules, Set<String> others) {
    return modules.stream()
        .filter(
            name ->
                providers.dependentsOf(byName.get(name)).stream()
                    .anyMatch(dependent -> others.contains(dependent.name())))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
