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

  /** A manifest with capabilities that claims nothing but the table named like it. */
  static ModuleManifest provider(
      String name, String version, Map<String, String> dependencies, String... capabilities) {
    return new ModuleManifest(
        name,
        version,
        "Fixture " + name,
        dependencies,
        new ModuleManifest.Provides(List.of(name), null, null, null, List.of(capabilities)),
        null,
        null);
  }

  /** A manifest that an installed earlier version can be migrated to. */
  static ModuleManifest migrated(
      String name, String version, Map<String, String> dependencies, String... from) {
    return new ModuleManifest(
        name,
        version,
        "Fixture " + name,
        dependencies,
        ModuleManifest.Provides.tables(List.of(name), List.of()),
        null,
        List.of(from));
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
