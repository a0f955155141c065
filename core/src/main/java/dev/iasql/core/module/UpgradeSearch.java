package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the versions to which the modules of a database can move together. */
final class UpgradeSearch {
  private final ModuleCatalogue catalogue;
  private final InstalledSet installed;
  private final Map<String, Migrations> migrations = new HashMap<>();

  UpgradeSearch(ModuleCatalogue catalogue, InstalledSet installed) {
    this.catalogue = catalogue;
    this.installed = installed;
  }

  /**
   * @param wanted the modules to move, by name; each as far as it goes, or to its exact version
   * @return every installed module at the version it would have then
   * @throws ConflictException if an exact version cannot be had
   */
  Map<String, Candidate> run(Map<String, Optional<ModuleVersion>> wanted) {
    List<Requirement> requirements = new ArrayList<>();
    wanted.forEach((name, version) -> requirements.add(requirement(name, version)));
    requirements.sort(Comparator.comparing(Requirement::isToStay).thenComparing(Requirement::name));
    installed.all().stream()
        .filter(candidate -> !wanted.containsKey(candidate.name()))
        .forEach(candidate -> requirements.add(Requirement.toStay(candidate.name())));
    try {
      Map<String, Candidate> found = new TreeMap<>();
      new Search(requirement -> options(requirement, wanted), List.of())
          .run(requirements)
          .forEach(candidate -> found.put(candidate.name(), candidate));
      return found;
    } catch (NoAnswer e) {
      throw explained(e.refutation());
    }
  }

  private Requirement requirement(String name, Optional<ModuleVersion> version) {
    if (version.isEmpty()) {
      return Requirement.toStay(name);
    }
    Candidate present = installed.requireAnyVersion(name);
    ModuleVersion target = version.get();
    if (!present.version().equals(target)
        && migrations(present).targets().stream().noneMatch(to -> to.version().equals(target))) {
      throw new ConflictException(
          ErrorCode.NO_MIGRATION,
          "module %s cannot be upgraded from %s to %s".formatted(name, present.version(), target),
          "No migration of %s leads from %s to %s.".formatted(name, present.version(), target),
          "SELECT * FROM iasql_modules_outdated() shows which versions can be reached.");
    }
    return new Requirement(name, target.toString(), Requirement.CALL);
  }

  private List<Candidate> options(
      Requirement requirement, Map<String, Optional<ModuleVersion>> wanted) {
    return installed.all().stream()
        .sorted(
            Comparator.comparing((Candidate one) -> !one.name().equals(requirement.name()))
                .thenComparing(Candidate::name))
        .flatMap(present -> versions(present, wanted))
        .filter(candidate -> candidate.meets(requirement))
        .toList();
  }

  /**
   * A module that nobody asked to move does so only if it must, and none moves to a pre-release
   * unless that is the exact version asked for.
   */
  private Stream<Candidate> versions(
      Candidate present, Map<String, Optional<ModuleVersion>> wanted) {
    Optional<ModuleVersion> exact = wanted.getOrDefault(present.name(), Optional.empty());
    Stream<Candidate> targets =
        migrations(present).targets().stream()
            .filter(to -> !to.version().isPreRelease() || exact.equals(Optional.of(to.version())));
    return wanted.containsKey(present.name())
        ? Stream.concat(targets, Stream.of(present))
        : Stream.concat(Stream.of(present), targets);
  }

  /** Who would move, and through which versions. */
  Migrations migrations(Candidate present) {
    return migrations.computeIfAbsent(present.name(), name -> Migrations.from(present, catalogue));
  }

  private ConflictException explained(Refutation refutation) {
    Map<String, Candidate> present = new TreeMap<>();
    installed.all().forEach(candidate -> present.put(candidate.name(), candidate));
    ConflictException error = new Explanation(catalogue, present).of(refutation);
    DeadEnd first = refutation.deadEnds().getFirst();
    String missing = first.failed().name();
    List<String> providers = catalogue.providersOf(missing);
    if (!first.obstacles().isEmpty() || installed.provides(missing) || providers.isEmpty()) {
      return error;
    }
    return new ConflictException(
        ErrorCode.MODULE_NEEDED,
        "the upgrade needs %s, which is not installed".formatted(missing),
        error.fault().detail(),
        "Install it first: SELECT * FROM iasql_install('%s')."
            .formatted(providers.contains(missing) ? missing : providers.getFirst()));
  }
}
