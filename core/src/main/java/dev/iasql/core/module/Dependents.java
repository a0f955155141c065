package dev.iasql.core.module;

import java.util.List;
import java.util.stream.Stream;

/** Who would be left without a dependency if a published version were not there. */
public final class Dependents {
  private final ModuleCatalogue catalogue;

  public Dependents(ModuleCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The versions of other modules with a dependency that no other version meets, by name. */
  public List<ModuleId> restingOn(ModuleManifest manifest) {
    Candidate support = new Candidate(manifest);
    return catalogue.names().stream()
        .filter(name -> !name.equals(support.name()))
        .sorted()
        .flatMap(name -> catalogue.candidates(name).stream())
        .filter(candidate -> candidate.needs().stream().anyMatch(need -> isOnly(support, need)))
        .map(Candidate::id)
        .toList();
  }

  private boolean isOnly(Candidate support, Requirement need) {
    return support.meets(need) && others(support, need).noneMatch(other -> other.meets(need));
  }

  private Stream<Candidate> others(Candidate support, Requirement need) {
    return catalogue.providersOf(need.name()).stream()
        .flatMap(name -> catalogue.candidates(name).stream())
        .filter(candidate -> !candidate.id().equals(support.id()));
  }
}
