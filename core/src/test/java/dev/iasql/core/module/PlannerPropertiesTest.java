package dev.iasql.core.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.InstallPlan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What must hold for every graph, tried on generated ones. A failure names the seed. */
class PlannerPropertiesTest {
  private static final int GRAPHS = 400;

  /** A catalogue, a consistent database beside it, and a wish. */
  private record Graph(
      RandomModules modules,
      ModuleCatalogue catalogue,
      List<ModuleManifest> installed,
      List<ModuleRef> requested,
      long seed) {
    static Graph of(long seed) {
      RandomModules modules = new RandomModules(seed, 4 + (int) (seed % 5), 3, 20);
      ModuleCatalogue catalogue = modules.catalogue();
      List<ModuleManifest> installed = new ArrayList<>();
      plan(catalogue, List.of(), modules.someRefs(2))
          .ifPresent(plan -> plan.steps().forEach(step -> installed.add(step.manifest())));
      return new Graph(modules, catalogue, installed, modules.someRefs(3), seed);
    }

    @Override
    public String toString() {
      return "Graph.of(" + seed + "L)";
    }

    Optional<InstallPlan> plan() {
      return plan(catalogue, installed, requested);
    }

    List<ModuleManifest> with(InstallPlan plan) {
      List<ModuleManifest> all = new ArrayList<>(installed);
      plan.installs().forEach(step -> all.add(step.manifest()));
      return all;
    }

    static Optional<InstallPlan> plan(
        ModuleCatalogue catalogue, List<ModuleManifest> installed, List<ModuleRef> requested) {
      try {
        return Optional.of(new InstallPlanner(catalogue).plan(installed, requested));
      } catch (ConflictException e) {
        assertThat(e.code()).isIn(ErrorCode.VERSION_CLASH, ErrorCode.MODULE_CONFLICT);
        assertThat(e.fault().detail()).isNotBlank();
        return Optional.empty();
      }
    }
  }

  @Provide
  Arbitrary<Graph> graphs() {
    return Arbitraries.longs().between(1, Long.MAX_VALUE).map(Graph::of);
  }

  @Property(tries = GRAPHS)
  void aPlanLeavesNothingUnmetAndNoConflict(@ForAll("graphs") Graph graph) {
    graph.plan().ifPresent(plan -> assertThat(graph.with(plan)).matches(Consistency::isConsistent));
  }

  @Property(tries = GRAPHS)
  void saysNoOnlyIfThereIsNoAnswer(@ForAll("graphs") Graph graph) {
    boolean found = graph.plan().isPresent();
    Statistics.collect(found);

    assertThat(found)
        .isEqualTo(
            new BruteForce(graph.modules().manifests(), graph.installed(), graph.requested())
                .hasAnswer());
    Statistics.coverage(
        seen -> {
          seen.check(true).percentage(share -> share > 20);
          seen.check(false).percentage(share -> share > 20);
        });
  }

  @Property(tries = GRAPHS)
  void installsEverythingAfterWhatItNeeds(@ForAll("graphs") Graph graph) {
    graph
        .plan()
        .ifPresent(
            plan -> {
              List<ModuleManifest> present = new ArrayList<>(graph.installed());
              for (Step step : plan.installs()) {
                present.add(step.manifest());
                assertThat(present).matches(Consistency::isClosed);
              }
            });
  }

  @Property(tries = GRAPHS)
  void installsNothingThatNobodyNeeds(@ForAll("graphs") Graph graph) {

    Set<String> named = new HashSet<>();
    graph.requested().forEach(ref -> named.add(ref.name()));
    graph
        .plan()
        .ifPresent(
            plan ->
                plan.installs().stream()
                    .filter(step -> !named.contains(step.id().name()))
                    .forEach(
                        step ->
                            assertThat(without(graph.with(plan), step.manifest()))
                                .as("without %s", step.id())
                                .matches(rest -> !Consistency.isClosed(rest))));
  }

  @Property(tries = GRAPHS)
  void theOrderOfPublicationAndOfTheArgumentsDoesNotMatter(@ForAll("graphs") Graph graph) {

    Random random = graph.modules().random();
    List<ModuleManifest> shuffled = new ArrayList<>(graph.modules().manifests());
    Collections.shuffle(shuffled, random);
    List<ModuleRef> requested = new ArrayList<>(graph.requested());
    Collections.shuffle(requested, random);
    List<ModuleManifest> installed = new ArrayList<>(graph.installed());
    Collections.shuffle(installed, random);

    assertThat(
            Graph.plan(
                Fixtures.catalogue(shuffled.toArray(ModuleManifest[]::new)), installed, requested))
        .isEqualTo(graph.plan());
  }

  @Property(tries = GRAPHS)
  void uninstallingWhatWasInstalledGivesBackTheDatabase(@ForAll("graphs") Graph graph) {
    graph
        .plan()
        .filter(plan -> !plan.installs().isEmpty())
        .ifPresent(
            plan -> {
              List<ModuleManifest> all = graph.with(plan);
              List<ModuleManifest> going =
                  UninstallPlanner.plan(
                      all,
                      plan.installs().stream()
                          .map(step -> ModuleRef.parse(step.id().name()))
                          .toList());
              for (ModuleManifest manifest : going) {
                all.remove(manifest);
                assertThat(all).matches(Consistency::isClosed);
              }
              assertThat(all).containsExactlyElementsOf(graph.installed());
            });
  }

  @Property(tries = GRAPHS)
  void uninstallRefusesExactlyWhatWouldLeaveAnOrphan(@ForAll("graphs") Graph graph) {

    for (ModuleManifest going : graph.installed()) {
      List<ModuleManifest> rest = without(graph.installed(), going);
      assertThat(uninstalls(graph.installed(), going)).isEqualTo(Consistency.isClosed(rest));
    }
  }

  private static boolean uninstalls(List<ModuleManifest> installed, ModuleManifest going) {
    try {
      UninstallPlanner.plan(installed, List.of(ModuleRef.parse(going.name())));
      return true;
    } catch (ConflictException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.MODULE_NEEDED);
      return false;
    }
  }

  @Property(tries = GRAPHS)
  void aSwapLeavesNothingUnmet(@ForAll("graphs") Graph graph) {

    for (ModuleManifest leaving : graph.installed()) {
      for (String arriving : new ArrayList<>(graph.catalogue().names())) {
        if (!arriving.equals(leaving.name())) {
          checkSwap(graph, leaving, ModuleRef.parse(arriving));
        }
      }
    }
  }

  private static void checkSwap(Graph graph, ModuleManifest leaving, ModuleRef arriving) {
    SwapPlan plan;
    try {
      plan =
          new SwapPlanner(graph.catalogue())
              .plan(graph.installed(), ModuleRef.parse(leaving.name()), arriving);
    } catch (ConflictException e) {
      return;
    }
    List<ModuleManifest> after = without(graph.installed(), leaving);
    plan.arriving().installs().forEach(step -> after.add(step.manifest()));
    assertThat(after).matches(Consistency::isConsistent);
    assertThat(after).extracting(ModuleManifest::name).contains(arriving.name());
    assertThat(after).doesNotContain(leaving).containsAll(plan.rebound());
  }

  @Property(tries = GRAPHS)
  void anUpgradeBreaksNothingAndMovesAlongMigrationsOnly(@ForAll("graphs") Graph graph) {

    UpgradePlan plan = new UpgradePlanner(graph.catalogue()).plan(graph.installed(), List.of());

    Map<String, ModuleManifest> after = new TreeMap<>();
    graph.installed().forEach(manifest -> after.put(manifest.name(), manifest));
    for (UpgradePlan.Step step : plan.steps()) {
      checkPath(graph, step);
      after.put(step.to().name(), step.to());
    }
    assertThat(plan.steps()).hasSameSizeAs(graph.installed());
    assertThat(after.values()).matches(Consistency::isConsistent);
  }

  private static void checkPath(Graph graph, UpgradePlan.Step step) {
    String at = step.from().version();
    for (ModuleId next : step.path()) {
      ModuleManifest manifest = graph.catalogue().find(next).orElseThrow();
      assertThat(manifest.migrations()).contains(at);
      at = manifest.version();
    }
    assertThat(at).isEqualTo(step.to().version());
  }

  @Property(tries = GRAPHS)
  void whatIsSaidToBeReachableIs(@ForAll("graphs") Graph graph) {

    UpgradePlanner planner = new UpgradePlanner(graph.catalogue());
    for (Outdated outdated : planner.outdated(graph.installed())) {
      if (outdated.reachable().isPresent()) {
        ModuleRef ref = new ModuleRef(outdated.name(), outdated.reachable());
        assertThat(planner.plan(graph.installed(), List.of(ref)).moves()).isNotEmpty();
      } else {
        assertThat(outdated.heldBackBy()).isNotBlank();
      }
    }
  }

  private static List<ModuleManifest> without(
      Collection<ModuleManifest> manifests, ModuleManifest one) {
    List<ModuleManifest> rest = new ArrayList<>(manifests);
    rest.remove(one);
    return rest;
  }
}
