package dev.iasql.registry;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;

/** Modules for tests. */
public final class Fixtures {
  private Fixtures() {}

  public static ModuleManifest manifest(
      String name, String version, Map<String, String> dependencies) {
    return new ModuleManifest(
        name,
        version,
        "For tests.",
        dependencies,
        Provides.tables(List.of(name), List.of()),
        List.of(),
        List.of());
  }

  public static ModuleBundle bundle(String name, String version, Map<String, String> dependencies) {
    return new ModuleBundle(
        manifest(name, version, dependencies),
        ModuleKind.AWS,
        "SELECT 1",
        "SELECT 2",
        "# " + name,
        Map.of());
  }
}
