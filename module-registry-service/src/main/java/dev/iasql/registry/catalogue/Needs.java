package dev.iasql.registry.catalogue;

import dev.iasql.core.module.Capability;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.VersionRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which published modules rest on which versions. */
public record Needs(ModuleCatalogue catalogue) {
  public static Needs of(ModuleCatalogue catalogue) {
    return new Needs(catalogue);
  }

  /** The published versions of other modules that nothing but this version lets be installed. */
  public List<ModuleId> onlyMetBy(ModuleManifest manifest) {
    Set<String> names = new HashSet<>();
    names.add(manifest.name());
    manifest.provides().capabilities().forEach(text -> names.add(Capability.parse(text).name()));
    return catalogue.names().stream()
        .sorted()
        .filter(name -> !name.equals(manifest.name()))
        .flatMap(name -> catalogue.newestFirst(name).stream())
        .filter(
            other ->
                other.dependencies().entrySet().stream()
                    .filter(dependency -> names.contains(dependency.getKey()))
                    .anyMatch(
                        dependency ->
                            meets(manifest, dependency.getKey(), dependency.getValue())
                                && !isMetByAnother(
                                    manifest, dependency.getKey(), dependency.getValue())))
        .map(ModuleManifest::id)
        .toList();
  }

  private boolean isMetByAnother(ModuleManifest than, String name, String range) {
    return catalogue.providersOf(name).stream()
        .flatMap(provider -> catalogue.newestFirst(provider).stream())
        .filter(other -> !other.id().equals(than.id()))
        .anyMatch(other -> meets(other, name, range));
  }

  private static boolean meets(ModuleManifest provider, String name, String range) {
    if (provider.name().equals(name)
        && VersionRange.of(range).contains(provider.id().version())) {
      return true;
    }
    return provider.provides().capabilities().stream()
        .map(Capability::parse)
        .filter(capability -> capability.name().equals(name))
        .anyMatch(
            capability ->
                capability.version().map(VersionRange.of(range)::contains).orElse(range.equals("*")));
  }
}
