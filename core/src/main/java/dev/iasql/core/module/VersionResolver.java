package dev.iasql.core.module;

import dev.iasql.core.error.UserException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds one version for every module that is needed: installed versions stay, new ones are the
 * newest that satisfy every requirement.
 */
final class VersionResolver {
  private final ModuleCatalogue catalogue;
  private final Map<String, Candidate> installed = new TreeMap<>();
  private final Set<String> barred;

  /**
   * @param barred modules that must not be part of the answer
   */
  VersionResolver(
      ModuleCatalogue catalogue, Collection<ModuleManifest> installed, Set<String> barred) {
    this.catalogue = catalogue;
    this.barred = barred;
    installed.forEach(manifest -> this.installed.put(manifest.name(), new Candidate(manifest)));
  }

  /**
   * @return what is installed and what has to come, by name
   * @throws UserException for an unknown module or version
   * @throws dev.iasql.core.error.ConflictException naming the requirements that clash, or the
   *     modules that conflict
   */
  Map<String, Candidate> resolve(Collection<ModuleRef> requested) {
    Set<String> named = new HashSet<>();
    requested.forEach(ref -> named.add(ref.name()));
    // Sorted, so that the order of the arguments does not decide; exact versions leave no choice.
    List<Requirement> requirements =
        requested.stream()
            .map(this::asRequirement)
            .distinct()
            .filter(requirement -> !isThere(requirement))
            .sorted(
                Comparator.comparing((Requirement call) -> call.range().equals(Requirement.ANY))
                    .thenComparing(Requirement::name)
                    .thenComparing(Requirement::range))
            .toList();
    try {
      Collection<Candidate> found =
          new Search(requirement -> options(requirement, named), installed.values())
              .run(requirements);
      Map<String, Candidate> chosen = new TreeMap<>();
      found.forEach(candidate -> chosen.put(candidate.name(), candidate));
      return new Surplus(chosen, installed.keySet(), named).removed();
    } catch (NoAnswer e) {
      throw new Explanation(catalogue, installed).of(e.refutation());
    }
  }

  private Requirement asRequirement(ModuleRef ref) {
    List<Candidate> versions = catalogue.candidates(ref.name());
    Candidate present = installed.get(ref.name());
    if (versions.isEmpty() && present == null) {
      throw UnknownModule.named(ref.name(), catalogue);
    }
    if (ref.version().isEmpty()) {
      return new Requirement(ref.name(), Requirement.ANY, Requirement.CALL);
    }
    ModuleVersion wanted = ref.version().get();
    if (catalogue.candidate(new ModuleId(ref.name(), wanted)).isEmpty()
        && (present == null || !present.version().equals(wanted))) {
      throw UnknownModule.version(ref.name(), wanted, versions);
    }
    return new Requirement(ref.name(), wanted.toString(), Requirement.CALL);
  }

  private boolean isThere(Requirement call) {
    Candidate present = installed.get(call.name());
    return present != null && (call.range().equals(Requirement.ANY) || present.meets(call));
  }

  private List<Candidate> options(Requirement requirement, Set<String> named) {
    List<String> providers =
        requirement.isForModule()
            ? List.of(requirement.name())
            : catalogue.providersOf(requirement.name());
    List<Candidate> options = new ArrayList<>();
    providers.stream()
        .filter(provider -> !barred.contains(provider))
        .sorted(
            Comparator.comparing((String provider) -> !named.contains(provider))
                .thenComparing(provider -> !provider.equals(requirement.name()))
                .thenComparing(Comparator.naturalOrder()))
        .flatMap(provider -> catalogue.candidates(provider).stream())
        .filter(candidate -> candidate.meets(requirement))
        .filter(candidate -> isAllowed(candidate, requirement))
        .forEach(options::add);
    return options;
  }

  /** Nobody gets a pre-release for its capability; its exact version must be asked for. */
  private static boolean isAllowed(Candidate candidate, Requirement requirement) {
    return !candidate.version().isPreRelease() || candidate.name().equals(requirement.name());
  }
}
