package dev.iasql.core.module;

import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Generates catalogues without circles: a module depends only on modules and capabilities with
 * lower numbers. The same seed gives the same catalogue.
 */
final class RandomModules {
  private static final List<String> RANGES =
      List.of("*", "^1.0.0", "^2.0.0", ">=1.1.0", ">=1.0.0 <2.0.0", "<2.0.0", "1.1.0", "^3.0.0");
  private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "2.0.0", "2.1.0", "3.0.0");

  private final Random random;
  private final List<ModuleManifest> manifests = new ArrayList<>();

  /**
   * @param versions of each module, at most
   * @param rivalry how likely it is that a module claims what another one claims, in percent
   */
  RandomModules(long seed, int modules, int versions, int rivalry) {
    this.random = new Random(seed);
    for (int module = 0; module < modules; module++) {
      String table = chance(rivalry) ? "shared_" + random.nextInt(3) : "t_" + module;
      int first = random.nextInt(2);
      for (int version = 0; version < 1 + random.nextInt(versions); version++) {
        int index = Math.min(first + version, VERSIONS.size() - 1);
        add(module, VERSIONS.get(index), table);
      }
    }
  }

  private void add(int module, String version, String table) {
    if (manifests.stream()
        .anyMatch(m -> m.name().equals(name(module)) && m.version().equals(version))) {
      return;
    }
    List<String> capabilities = new ArrayList<>();
    if (chance(40)) {
      capabilities.add(capability(module) + (chance(80) ? "@" + version : ""));
    }
    List<String> migrations =
        manifests.stream()
            .filter(earlier -> earlier.name().equals(name(module)) && chance(80))
            .map(ModuleManifest::version)
            .toList();
    manifests.add(
        new ModuleManifest(
            name(module),
            version,
            "Generated.",
            dependencies(module),
            new Provides(List.of(table), null, null, null, capabilities),
            null,
            migrations));
  }

  private Map<String, String> dependencies(int module) {
    Map<String, String> dependencies = new TreeMap<>();
    for (int i = 0; module > 0 && i < random.nextInt(4); i++) {
      int other = random.nextInt(module);
      // Three neighbours provide one capability, so only those of lower neighbourhoods are safe.
      boolean asCapability = chance(30) && other / 3 < module / 3;
      String range = RANGES.get(random.nextInt(RANGES.size()));
      dependencies.put(asCapability ? capability(other) : name(other), range);
    }
    return dependencies;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static String name(int module) {
    return "m_" + module;
  }

  private static String capability(int module) {
    return "c_" + module / 3;
  }

  List<ModuleManifest> manifests() {
    return List.copyOf(manifests);
  }

  ModuleCatalogue catalogue() {
    return Fixtures.catalogue(manifests.toArray(ModuleManifest[]::new));
  }

  /** Some of the modules, now and then with a version. */
  List<ModuleRef> someRefs(int most) {
    Map<String, ModuleRef> refs = new HashMap<>();
    for (int i = 0; i < 1 + random.nextInt(most); i++) {
      ModuleManifest one = manifests.get(random.nextInt(manifests.size()));
      String text = chance(20) ? one.id().toString() : one.name();
      refs.put(one.name(), ModuleRef.parse(text));
    }
    return new ArrayList<>(refs.values());
  }

  Random random() {
    return random;
  }
}
