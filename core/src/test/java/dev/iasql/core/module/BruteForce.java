package dev.iasql.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says by trying every set of modules whether any would do; written to be obviously right. */
final class BruteForce {
  private final List<List<ModuleManifest>> versionsOfEach = new ArrayList<>();
  private final Collection<ModuleManifest> installed;
  private final Collection<ModuleRef> requested;

  BruteForce(
      Collection<ModuleManifest> published,
      Collection<ModuleManifest> installed,
      Collection<ModuleRef> requested) {
    this.installed = installed;
    this.requested = requested;
    Set<String> names = new HashSet<>();
    published.forEach(manifest -> names.add(manifest.name()));
    for (String name : names) {
      boolean fixed = installed.stream().anyMatch(manifest -> manifest.name().equals(name));
      versionsOfEach.add(
          (fixed ? installed : published)
              .stream().filter(manifest -> manifest.name().equals(name)).toList());
    }
  }

  boolean hasAnswer() {
    return hasAnswer(0, new ArrayList<>());
  }

  private boolean hasAnswer(int next, List<ModuleManifest> chosen) {
    if (next == versionsOfEach.size()) {
      return chosen.containsAll(installed) && Consistency.isConsistent(chosen) && isAsked(chosen);
    }
    if (hasAnswer(next + 1, chosen)) {
      return true;
    }
    for (ModuleManifest version : versionsOfEach.get(next)) {
      chosen.add(version);
      if (hasAnswer(next + 1, chosen)) {
        return true;
      }
      chosen.removeLast();
    }
    return false;
  }

  private boolean isAsked(List<ModuleManifest> chosen) {
    return requested.stream()
        .allMatch(
            ref ->
                chosen.stream()
                    .anyMatch(
                        manifest ->
                            manifest.name().equals(ref.name())
                                && ref.version()
                                    .map(version -> version.equals(manifest.id().version()))
                                    .orElse(true)));
  }
}
