package dev.iasql.core.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an answer contains without need. A module chosen for its capability is superfluous when
 * another one that provides it has come along for another reason.
 */
final class Surplus {
  private final Map<String, Candidate> chosen;
  private final Set<String> installed;
  private final Set<String> named;

  Surplus(Map<String, Candidate> chosen, Set<String> installed, Set<String> named) {
    this.chosen = chosen;
    this.installed = installed;
    this.named = named;
  }

  /** What is left when everything superfluous is gone. */
  Map<String, Candidate> removed() {
    boolean found = true;
    while (found) {
      Map<String, List<Requirement>> needs = needs();
      Map<String, List<Candidate>> providers = providers();
      found = chosen.values().removeIf(candidate -> isSuperfluous(candidate, needs, providers));
    }
    return chosen;
  }

  private boolean isSuperfluous(
      Candidate candidate,
      Map<String, List<Requirement>> needs,
      Map<String, List<Candidate>> providers) {
    return !installed.contains(candidate.name())
        && !named.contains(candidate.name())
        && candidate.names().stream()
            .flatMap(name -> needs.getOrDefault(name, List.of()).stream())
            .filter(candidate::meets)
            .allMatch(need -> isMetByOther(need, candidate, providers));
  }

  private boolean isMetByOther(
      Requirement need, Candidate candidate, Map<String, List<Candidate>> providers) {
    return providers.get(need.name()).stream()
        .anyMatch(
            other -> other != candidate && chosen.get(other.name()) == other && other.meets(need));
  }

  private Map<String, List<Requirement>> needs() {
    Map<String, List<Requirement>> needs = new HashMap<>();
    for (Candidate candidate : chosen.values()) {
      for (Requirement need : candidate.needs()) {
        needs.computeIfAbsent(need.name(), key -> new ArrayList<>()).add(need);
      }
    }
    return needs;
  }

  private Map<String, List<Candidate>> providers() {
    Map<String, List<Candidate>> providers = new HashMap<>();
    for (Candidate candidate : chosen.values()) {
      for (String name : candidate.names()) {
        providers.computeIfAbsent(name, key -> new ArrayList<>()).add(candidate);
      }
    }
    return providers;
  }
}
