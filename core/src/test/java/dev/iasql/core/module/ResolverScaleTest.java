package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Graphs larger and more contrived than real ones. Times are of the processor, not the clock. */
class ResolverScaleTest {
  private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "2.0.0", "2.1.0", "3.0.0");

  @Test
  void resolvesAmongFiveThousandModulesInMilliseconds() {
    ModuleCatalogue catalogue = layered(new Random(7), 5_000);
    InstallPlanner planner = new InstallPlanner(catalogue);
    List<ModuleManifest> installed =
        planner.plan(List.of(), Fixtures.refs("m_4000", "m_4500")).steps().stream()
            .map(InstallPlan.Step::manifest)
            .toList();
    Random random = new Random(11);
    long[] nanos = new long[400];
    for (int i = 0; i < nanos.length; i++) {
      ModuleRef ref = ModuleRef.parse("m_" + random.nextInt(5_000));
      nanos[i] = cpuNanos(() -> planner.plan(installed, List.of(ref)));
    }
    // The first ones run before the virtual machine has compiled the code.
    long[] warm = Arrays.copyOfRange(nanos, 100, nanos.length);
    Arrays.sort(warm);

    assertThat(Duration.ofNanos(warm[warm.length * 99 / 100])).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void findsTheConflictsOfAModuleAmongFiveThousand() {
    ModuleCatalogue catalogue = layered(new Random(7), 5_000);
    catalogue.add(manifest("rival", "1.0.0", Map.of(), List.of("m_17"), List.of()));

    assertThat(catalogue.conflictsOf(catalogue.newest("m_17").orElseThrow()))
        .extracting(Conflict::other)
        .containsExactly("rival");
    assertThat(cpuNanos(() -> catalogue.conflictsOf(catalogue.newest("m_18").orElseThrow())))
        .isLessThan(Duration.ofMillis(20).toNanos());
  }

  /** Ranges drawn at random, so that most graphs have no answer and the way to see it is long. */
  @Test
  void endsSoonOnGraphsMadeToMislead() {
    for (int seed = 0; seed < 12; seed++) {
      ModuleCatalogue catalogue = tangled(new Random(seed), 200);
      InstallPlanner planner = new InstallPlanner(catalogue);
      long nanos = cpuNanos(() -> attempt(planner, "m_199", "m_198", "m_197"));

      assertThat(Duration.ofNanos(nanos)).as("seed %d", seed).isLessThan(Duration.ofSeconds(1));
    }
  }

  /** Only the last two of many independent modules clash, below all versions of each. */
  @Test
  void doesNotTryAgainWhatTheClashIsNotAbout() {
    List<ModuleManifest> manifests = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int module = 0; module < 60; module++) {
      for (String version : VERSIONS) {
        String range = module == 59 ? "^2.0.0" : module == 0 ? "^1.0.0" : "*";
        manifests.add(manifest("m_" + module, version, Map.of("base", range)));
      }
      names.add("m_" + module);
    }
    VERSIONS.forEach(version -> manifests.add(manifest("base", version, Map.of())));
    InstallPlanner planner =
        new InstallPlanner(Fixtures.catalogue(manifests.toArray(ModuleManifest[]::new)));

    ConflictException refusal = attempt(planner, names.toArray(String[]::new));

    assertThat(refusal.code()).isEqualTo(ErrorCode.VERSION_CLASH);
    assertThat(refusal.fault().detail())
        .contains("m_0@3.0.0 needs base ^1.0.0")
        .contains("m_59@3.0.0 needs base ^2.0.0")
        .doesNotContain("m_30");
    assertThat(cpuNanos(() -> attempt(planner, names.toArray(String[]::new))))
        .isLessThan(Duration.ofSeconds(1).toNanos());
  }

  private static ConflictException attempt(InstallPlanner planner, String... names) {
    try {
      planner.plan(List.of(), Fixtures.refs(names));
      return null;
    } catch (ConflictException e) {
      return e;
    }
  }

  /** Each module depends on a few of the five hundred before it; ranges mostly fit. */
  private static ModuleCatalogue layered(Random random, int modules) {
    List<String> ranges = List.of("*", ">=1.0.0", ">=1.1.0", ">=2.0.0 <4.0.0");
    ModuleCatalogue catalogue = new ModuleCatalogue();
    for (int module = 0; module < modules; module++) {
      for (String version : VERSIONS) {
        Map<String, String> dependencies = new TreeMap<>();
        for (int i = 0; module > 0 && i < 3; i++) {
          int other = module / 10 * random.nextInt(10) / 10;
          dependencies.put("m_" + other, ranges.get(random.nextInt(ranges.size())));
        }
        dependencies.remove("m_" + module);
        catalogue.add(
            manifest("m_" + module, version, dependencies, List.of("m_" + module), List.of()));
      }
    }
    return catalogue;
  }

  private static ModuleCatalogue tangled(Random random, int modules) {
    List<String> ranges = List.of("^1.0.0", "^2.0.0", "^3.0.0", ">=1.1.0 <3.0.0", "<2.1.0", "*");
    ModuleCatalogue catalogue = new ModuleCatalogue();
    for (int module = 0; module < modules; module++) {
      for (String version : VERSIONS) {
        Map<String, String> dependencies = new TreeMap<>();
        for (int i = 0; module > 0 && i < 4; i++) {
          int other = Math.max(0, module - 1 - random.nextInt(20));
          dependencies.put("m_" + other, ranges.get(random.nextInt(ranges.size())));
        }
        catalogue.add(
            manifest("m_" + module, version, dependencies, List.of("m_" + module), List.of()));
      }
    }
    return catalogue;
  }

  private static long cpuNanos(Runnable work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }
}
