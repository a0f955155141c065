package dev.iasql.benchmarks;

import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Modules as a registry might have them: some that everybody needs and many that few need, in
 * layers; alternatives that provide the same capability and conflict; versions of which the older
 * ones need less. The same in every run.
 *
 * @param modules how many modules
 */
record GeneratedModules(int modules) {
  static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0", "2.0.0", "2.1.0");

  private static final List<String> RANGES =
      List.of("^2.0.0", ">=1.0.0 <3.0.0", ">=1.1.0", "*", "^1.0.0 || ^2.0.0", "2.x");
  private static final int LAYERS = 6;
  private static final int MOST_DEPENDENCIES = 5;
  private static final int MOST_TABLES = 10;

  /** Of so many modules the first two are alternatives. */
  private static final int ALTERNATIVES_EVERY = 10;

  static String name(int module) {
    return "gen_module_%05d".formatted(module);
  }

  Stream<ModuleManifest> manifests() {
    return IntStream.range(0, modules).boxed().flatMap(module -> versions(module).stream());
  }

  private List<ModuleManifest> versions(int module) {
    Random random = new Random(module);
    Map<String, String> dependencies = dependencies(module, random);
    List<String> tables = tables(module, random);
    List<ModuleManifest> versions = new ArrayList<>();
    for (String version : VERSIONS) {
      versions.add(
          new ModuleManifest(
              name(module),
              version,
              "A generated module, number " + module,
              dependencies,
              new Provides(
                  tables.subList(0, Math.min(tables.size(), 1 + versions.size() * 2)),
                  List.of(),
                  List.of("gen_function_%05d".formatted(module)),
                  List.of(),
                  capability(module).map(name -> name + "@1.0.0").toList()),
              List.of(),
              List.of()));
    }
    return versions;
  }

  private Map<String, String> dependencies(int module, Random random) {
    Map<String, String> dependencies = new LinkedHashMap<>();
    int layer = layer(module);
    if (layer > 0) {
      int wanted = 1 + random.nextInt(MOST_DEPENDENCIES);
      for (int i = 0; i < wanted; i++) {
        int needed = inLayer(random.nextInt(layer), random);
        String range = RANGES.get(random.nextInt(RANGES.size()));
        capability(needed)
            .findFirst()
            .ifPresentOrElse(
                capability -> dependencies.put(capability, "^1.0.0"),
                () -> dependencies.put(name(needed), range));
      }
    }
    return dependencies;
  }

  /** Each layer is as large as all below it together. */
  private int layer(int module) {
    int layer = LAYERS - 1;
    for (int size = modules / 2; layer > 0 && module < size; size /= 2) {
      layer--;
    }
    return layer;
  }

  private int inLayer(int layer, Random random) {
    int end = modules >> (LAYERS - 1 - layer);
    int begin = layer == 0 ? 0 : end / 2;
    double popular = random.nextDouble() * random.nextDouble();
    return begin + (int) (popular * (end - begin));
  }

  private static Stream<String> capability(int module) {
    return isAlternative(module)
        ? Stream.of("gen_capability_%05d".formatted(module / ALTERNATIVES_EVERY))
        : Stream.empty();
  }

  private static boolean isAlternative(int module) {
    return module % ALTERNATIVES_EVERY < 2;
  }

  private static List<String> tables(int module, Random random) {
    int owner = isAlternative(module) ? module - module % ALTERNATIVES_EVERY : module;
    return IntStream.rangeClosed(1, 1 + random.nextInt(MOST_TABLES))
        .mapToObj(number -> "gen_table_%05d_%d".formatted(owner, number))
        .toList();
  }
}
