package dev.iasql.core.module;

import java.util.List;
import java.util.Map;

/** Small bundles for tests of the module rules. */
final class Fixtures {
  private Fixtures() {}

  static ModuleBundle bundle(String name, String version, Map<String, String> dependencies) {
    return bundle(name, version, dependencies, List.of(name.replace("aws_", "")), List.of());
  }

  static ModuleBundle bundle(
      String name,
      String version,
      Map<String, String> dependencies,
      List<String> tables,
      List<String> manages) {
    return new ModuleBundle(
        new ModuleManifest(
            name,
            version,
            "Fixture " + name,
            dependencies,
            ModuleManifest.Provides.tables(tables, List.of()),
            manages),
        "",
        "",
        "");
  }

  static ModuleCatalogue catalogue(ModuleBundle... bundles) {
    ModuleCatalogue catalogue = new ModuleCatalogue();
    for (ModuleBundle bundle : bundles) {
      catalogue.add(bundle);
    }
    return catalogue;
  }

  static List<ModuleRef> refs(String... names) {
    return java.util.Arrays.stream(names).map(ModuleRef::parse).toList();
  }
}
