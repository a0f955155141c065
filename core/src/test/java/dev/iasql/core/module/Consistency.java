package dev.iasql.core.module;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must be true of the modules in any database, said without the code under test. */
final class Consistency {
  private Consistency() {}

  static boolean isConsistent(Collection<? extends ModuleManifest> together) {
    Set<String> names = new HashSet<>();
    Set<String> tables = new HashSet<>();
    for (ModuleManifest manifest : together) {
      if (!names.add(manifest.name()) || !tables.addAll(manifest.provides().tables())) {
        return false;
      }
    }
    return isClosed(together);
  }

  /** Whether everything that any of the modules needs is there. */
  static boolean isClosed(Collection<? extends ModuleManifest> together) {
    return together.stream()
        .allMatch(
            manifest ->
                manifest.dependencies().entrySet().stream()
                    .allMatch(need -> isMet(need, together)));
  }

  static boolean isMet(
      Map.Entry<String, String> need, Collection<? extends ModuleManifest> together) {
    return together.stream().anyMatch(provider -> provides(provider, need));
  }

  static boolean provides(ModuleManifest provider, Map.Entry<String, String> need) {
    if (provider.name().equals(need.getKey())
        && ModuleVersion.parse(provider.version()).semver().satisfies(need.getValue())) {
      return true;
    }
    return provider.provides().capabilities().stream()
        .anyMatch(
            text -> {
              String[] parts = text.split("@", 2);
              return parts[0].equals(need.getKey())
                  && (parts.length == 1
                      ? need.getValue().equals("*")
                      : ModuleVersion.parse(parts[1]).semver().satisfies(need.getValue()));
            });
  }
}
