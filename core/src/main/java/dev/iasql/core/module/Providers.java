package dev.iasql.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who provides what to whom among modules that are together in a database. */
final class Providers {
  private final List<Candidate> all;
  private final Map<String, List<Candidate>> byName = new HashMap<>();

  private Providers(Collection<Candidate> candidates) {
    this.all = candidates.stream().sorted(Comparator.comparing(Candidate::name)).toList();
    for (Candidate candidate : all) {
      for (String name : candidate.names()) {
        byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(candidate);
      }
    }
  }

  static Providers among(Collection<Candidate> candidates) {
    return new Providers(candidates);
  }

  static Providers amongManifests(Collection<ModuleManifest> manifests) {
    return new Providers(manifests.stream().map(Candidate::new).toList());
  }

  /** All modules, by name. */
  List<Candidate> all() {
    return all;
  }

  /** Everyone who has the name or provides the capability, whatever the version. */
  List<Candidate> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Everyone who meets the requirement, by name. */
  List<Candidate> of(Requirement requirement) {
    return named(requirement.name()).stream()
        .filter(candidate -> candidate.meets(requirement))
        .toList();
  }

  /** Whom the module depends on directly. */
  List<Candidate> of(Candidate candidate) {
    return candidate.needs().stream().flatMap(need -> of(need).stream()).distinct().toList();
  }

  /** Who depends on the module directly, whether or not another one would do. */
  List<Candidate> dependentsOf(Candidate candidate) {
    return all.stream()
        .filter(dependent -> dependent.needs().stream().anyMatch(candidate::meets))
        .toList();
  }

  /** Requirements that nobody meets. */
  List<Requirement> unmet() {
    return all.stream()
        .flatMap(candidate -> candidate.needs().stream())
        .filter(need -> of(need).isEmpty())
        .toList();
  }
}
