package dev.iasql.core.module;

import java.util.List;
import java.util.Map;

/** Small manifests for tests of the module rules. */
final class Fixtures {
  private Fixtures() {}

  static ModuleManifest manifest(String name, String version, Map<String, String> dependencies) {
    return manifest(name, version, dependencies, List.of(name.replace("aws_", "")), List.of());
  }

  static ModuleManifest manifest(
      String name,
      String version,
      Map<String, String> dependencies,
      List<String> tables,
      List<String> manages) {
    return new ModuleManifest(
        name,
        version,
        "Fixture " + name,
        dependencies,
        ModuleManifest.Provides.tables(tables, List.of()),
        manages,
        List.of());
  }

  static ModuleCatalogue catalogue(ModuleManifest... manifests) {
    ModuleCatalogue catalogue = new ModuleCatalogue();
    for (ModuleManifest manifest : manifests) {
      catalogue.add(manifest);
    }
    return catalogue;
  }

  static List<ModuleRef> refs(String... names) {
    return java.util.Arrays.stream(names).map(ModuleRef::parse).toList();
  }
}
