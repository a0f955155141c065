package dev.iasql.core.module;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which versions of a module can be reached from the installed one, and through which others. */
final class Migrations {
  private final Map<Candidate, List<ModuleId>> paths = new LinkedHashMap<>();

  private Migrations() {}

  /** The shortest ways; of equally short ones those through newer versions. */
  static Migrations from(Candidate installed, ModuleCatalogue catalogue) {
    Migrations migrations = new Migrations();
    List<Candidate> versions = catalogue.candidates(installed.name());
    Map<Candidate, List<ModuleId>> found = new LinkedHashMap<>();
    Deque<Candidate> open = new ArrayDeque<>(List.of(installed));
    found.put(installed, List.of());
    while (!open.isEmpty()) {
      Candidate from = open.remove();
      for (Candidate to : versions) {
        boolean leads = to.manifest().migrations().contains(from.version().toString());
        if (leads && to.version().compareTo(from.version()) > 0 && !found.containsKey(to)) {
          found.put(to, Stream.concat(found.get(from).stream(), Stream.of(to.id())).toList());
          open.add(to);
        }
      }
    }
    versions.stream()
        .filter(found::containsKey)
        .forEach(version -> migrations.paths.put(version, found.get(version)));
    return migrations;
  }

  /** The versions that can be reached, newest first. */
  List<Candidate> targets() {
    return List.copyOf(paths.keySet());
  }

  /** The versions passed through, ending in the target; empty if it is the installed one. */
  List<ModuleId> path(Candidate target) {
    return paths.getOrDefault(target, List.of());
  }
}
