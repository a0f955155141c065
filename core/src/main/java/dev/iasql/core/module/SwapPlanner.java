package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out how one module takes the place of another. */
public final class SwapPlanner {
  private final ModuleCatalogue catalogue;

  public SwapPlanner(ModuleCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @throws UserException if the leaving module is not installed, or the arriving one is unknown
   * @throws ConflictException if modules that stay need the leaving module itself, or the arriving
   *     one does not fit in with them
   */
  public SwapPlan plan(
      Collection<ModuleManifest> installed, ModuleRef leaving, ModuleRef arriving) {
    InstalledSet present = new InstalledSet(installed);
    Candidate going = present.require(leaving);
    if (leaving.name().equals(arriving.name())) {
      throw new UserException(
          ErrorCode.INVALID_REQUEST,
          "module %s cannot take its own place".formatted(leaving.name()),
          "SELECT * FROM iasql_upgrade('%s') moves it to a newer version."
              .formatted(leaving.name()));
    }
    List<ModuleManifest> staying =
        installed.stream().filter(manifest -> !manifest.name().equals(going.name())).toList();
    ConflictException refusal = null;
    for (ModuleRef version : versions(arriving, present)) {
      try {
        InstallPlan plan =
            new InstallPlanner(catalogue).plan(staying, List.of(version), Set.of(going.name()));
        refuseUnmet(going, arriving, staying, plan);
        return new SwapPlan(List.of(going.manifest()), plan, rebound(going, staying));
      } catch (ConflictException e) {
        // The newest version's is the one to tell.
        refusal = refusal == null ? e : refusal;
      }
    }
    throw refusal;
  }

  /** What was asked for; if that is any version, each release, the newest first. */
  private List<ModuleRef> versions(ModuleRef arriving, InstalledSet present) {
    if (arriving.version().isPresent() || present.contains(arriving.name())) {
      return List.of(arriving);
    }
    List<ModuleRef> releases =
        catalogue.candidates(arriving.name()).stream()
            .map(Candidate::version)
            .filter(version -> !version.isPreRelease())
            .map(version -> new ModuleRef(arriving.name(), Optional.of(version)))
            .toList();
    return releases.isEmpty() ? List.of(arriving) : releases;
  }

  private static void refuseUnmet(
      Candidate going, ModuleRef arriving, List<ModuleManifest> staying, InstallPlan plan) {
    List<ModuleManifest> afterwards = new ArrayList<>(staying);
    plan.installs().forEach(step -> afterwards.add(step.manifest()));
    List<Requirement> lost =
        Providers.amongManifests(afterwards).unmet().stream().filter(going::meets).toList();
    if (!lost.isEmpty()) {
      String names =
          lost.stream()
              .map(Requirement::byModule)
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      throw new ConflictException(
          ErrorCode.MODULE_NEEDED,
          "module %s is needed by %s, and %s does not replace it there"
              .formatted(going.name(), names, arriving.name()),
          lost.stream().map(Requirement::toString).collect(Collectors.joining("; ")) + ".",
          "Uninstall %s first, or swap to a module that provides what is needed.".formatted(names));
    }
  }

  private static List<ModuleManifest> rebound(Candidate going, List<ModuleManifest> staying) {
    return DependencyOrder.dependenciesFirst(staying).stream()
        .filter(manifest -> new Candidate(manifest).needs().stream().anyMatch(going::meets))
        .toList();
  }
}
