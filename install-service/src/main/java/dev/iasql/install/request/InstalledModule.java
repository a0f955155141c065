package dev.iasql.install.request;

import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A module in a tenant database.
 *
 * @param uninstallSql what takes it out again, kept from its installation
 * @param importing whether its first import has not ended yet
 * @param reason {@code requested}, or on whose behalf it came along
 */
record InstalledModule(
    ModuleManifest manifest,
    ModuleKind kind,
    String uninstallSql,
    boolean importing,
    String reason) {
  static final String REQUESTED = "requested";

  /** The installed modules with these manifests, in the manifests' order. */
  static List<InstalledModule> find(List<InstalledModule> installed, List<ModuleManifest> wanted) {
    Map<String, InstalledModule> byName = new HashMap<>();
    installed.forEach(module -> byName.put(module.name(), module));
    return wanted.stream().map(manifest -> byName.get(manifest.name())).toList();
  }

  String name() {
    return manifest.name();
  }
}
