package dev.iasql.registry.api;

import dev.iasql.core.module.ModuleManifest;
import dev.iasql.registry.store.StoredModule;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A module version in a list.
 *
 * @param dependencies module name to the range of versions it works with
 * @param manages cloud resource types, by CloudFormation name
 */
public record ModuleSummary(
    String name,
    String version,
    String summary,
    Map<String, String> dependencies,
    List<String> manages,
    OffsetDateTime publishedAt) {

  static ModuleSummary of(StoredModule module) {
    ModuleManifest manifest = module.bundle().manifest();
    return new ModuleSummary(
        manifest.name(),
        manifest.version(),
        manifest.summary(),
        manifest.dependencies(),
        manifest.manages(),
        module.publishedAt());
  }
}
