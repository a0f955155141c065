package dev.iasql.core.module;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    Candidate start = new Candidate(manifest);
    for (Requirement need : start.needs()) {
      if (!start.meets(need) && providers(need).findAny().isEmpty()) {
        throw invalid(
            start,
            "it depends on %s %s, which is not published".formatted(need.name(), need.range()));
      }
    }
    refuseCircle(start, start, List.of(start.name()), new HashSet<>());
  }

  private Stream<Candidate> providers(Requirement need) {
    return catalogue.providersOf(need.name()).stream()
        .flatMap(name -> catalogue.candidates(name).stream())
        .filter(candidate -> candidate.meets(need));
  }

  /** Follows every version that would do, since an installation may choose any of them. */
  private void refuseCircle(
      Candidate start, Candidate at, List<String> path, Set<Candidate> visited) {
    if (!visited.add(at)) {
      return;
    }
    for (Requirement need : at.needs()) {
      if (start.meets(need)) {
        throw invalid(
            start,
            "modules depend on each other in a circle: "
                + String.join(" -> ", step(path, need, start)));
      }
      providers(need)
          .filter(next -> !next.name().equals(start.name()))
          .forEach(next -> refuseCircle(start, next, step(path, need, next), visited));
    }
  }

  /** The path with the provider of the need, and the capability if it is needed for that. */
  private static List<String> step(List<String> path, Requirement need, Candidate provider) {
    String name = provider.name();
    return Stream.concat(
            path.stream(), Stream.of(need.name().equals(name) ? name : need.name() + " of " + name))
        .toList();
  }

  private static UserException invalid(Candidate candidate, String detail) {
    return new UserException(
        ErrorCode.MODULE_INVALID,
        "the module %s cannot be published".formatted(candidate),
        detail,
        "Correct the dependencies in module.yaml and publish again.");
  }
}
