package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.UpgradePlan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Works out to which versions installed modules can move in place. No module comes along that is
 * not installed; modules that were not asked for move only if others need it.
 */
public final class UpgradePlanner {
  private final ModuleCatalogue catalogue;

  public UpgradePlanner(ModuleCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param requested what to move; all modules if it is empty
   * @throws UserException if a module is not installed, or has no such version
   * @throws ConflictException {@code NO_MIGRATION} if no migrations lead to a newer version, {@code
   *     MODULE_NEEDED} if modules would have to be installed first, {@code VERSION_CLASH} if an
   *     exact version does not go together with what is installed; only for modules that were named
   */
  public UpgradePlan plan(Collection<ModuleManifest> installed, Collection<ModuleRef> requested) {
    InstalledSet present = new InstalledSet(installed);
    UpgradeSearch search = new UpgradeSearch(catalogue, present);
    Map<String, Optional<ModuleVersion>> wanted = wanted(present, requested);
    Map<String, Candidate> found = search.run(wanted);
    List<Step> steps = new ArrayList<>();
    for (Candidate to : DependencyOrder.dependenciesFirst(Providers.among(found.values()))) {
      Candidate from = present.requireAnyVersion(to.name());
      List<ModuleId> path = search.migrations(from).path(to);
      boolean asked = wanted.containsKey(to.name());
      if (!path.isEmpty()) {
        String reason = asked ? "requested" : neededBy(to, found.values(), present);
        steps.add(new Step(from.manifest(), to.manifest(), path, reason));
      } else if (asked) {
        String reason = stays(search, from, !requested.isEmpty());
        steps.add(new Step(from.manifest(), from.manifest(), List.of(), reason));
      }
    }
    return new UpgradePlan(steps);
  }

  /** The installed modules of which there is a newer release, by name. */
  public List<Outdated> outdated(Collection<ModuleManifest> installed) {
    InstalledSet present = new InstalledSet(installed);
    UpgradeSearch search = new UpgradeSearch(catalogue, present);
    List<Outdated> outdated = new ArrayList<>();
    for (Candidate candidate : present.all()) {
      newer(candidate)
          .ifPresent(
              newest -> {
                ModuleVersion reachable =
                    search
                        .run(Map.of(candidate.name(), Optional.empty()))
                        .get(candidate.name())
                        .version();
                outdated.add(
                    new Outdated(
                        candidate.name(),
                        candidate.version(),
                        newest,
                        Optional.of(reachable).filter(to -> !to.equals(candidate.version())),
                        reachable.equals(newest)
                            ? null
                            : obstacle(search, candidate, newest)
                                .map(e -> e.fault().detail())
                                .orElse(null)));
              });
    }
    return outdated;
  }

  private Map<String, Optional<ModuleVersion>> wanted(
      InstalledSet present, Collection<ModuleRef> requested) {
    Map<String, Optional<ModuleVersion>> wanted = new TreeMap<>();
    for (ModuleRef ref : requested) {
      Candidate candidate = present.requireAnyVersion(ref.name());
      ref.version().ifPresent(version -> requireKnown(candidate, version));
      wanted.merge(ref.name(), ref.version(), (one, other) -> one.or(() -> other));
    }
    if (requested.isEmpty()) {
      present.all().forEach(candidate -> wanted.put(candidate.name(), Optional.empty()));
    }
    return wanted;
  }

  private void requireKnown(Candidate present, ModuleVersion version) {
    if (!present.version().equals(version)
        && catalogue.candidate(new ModuleId(present.name(), version)).isEmpty()) {
      throw UnknownModule.version(present.name(), version, catalogue.candidates(present.name()));
    }
  }

  private Optional<ModuleVersion> newer(Candidate candidate) {
    return catalogue
        .newest(candidate.name())
        .map(manifest -> manifest.id().version())
        .filter(newest -> !newest.isPreRelease() && newest.compareTo(candidate.version()) > 0);
  }

  /** Why the module cannot move to the version; nothing if it can. */
  private static Optional<ConflictException> obstacle(
      UpgradeSearch search, Candidate candidate, ModuleVersion version) {
    try {
      search.run(Map.of(candidate.name(), Optional.of(version)));
      return Optional.empty();
    } catch (ConflictException e) {
      return Optional.of(e);
    }
  }

  private String stays(UpgradeSearch search, Candidate candidate, boolean named) {
    Optional<ModuleVersion> newest = newer(candidate);
    if (newest.isEmpty()) {
      return "no newer version";
    }
    Optional<ConflictException> obstacle = obstacle(search, candidate, newest.get());
    if (named && obstacle.filter(UpgradePlanner::isForTheUser).isPresent()) {
      throw obstacle.get();
    }
    return obstacle
        .map(e -> "held back: " + e.fault().detail())
        .orElse("another requested module would not go together with " + newest.get());
  }

  /** What waiting for other modules' next versions would not mend. */
  private static boolean isForTheUser(ConflictException e) {
    return Set.of(ErrorCode.NO_MIGRATION, ErrorCode.MODULE_NEEDED).contains(e.code());
  }

  private static String neededBy(
      Candidate moved, Collection<Candidate> found, InstalledSet present) {
    return Providers.among(found).dependentsOf(moved).stream()
        .filter(
            dependent ->
                dependent.needs().stream()
                    .anyMatch(
                        need ->
                            moved.meets(need)
                                && !present.requireAnyVersion(moved.name()).meets(need)))
        .map(Candidate::name)
        .collect(Collectors.joining(", ", "needed by ", ""));
  }
}
