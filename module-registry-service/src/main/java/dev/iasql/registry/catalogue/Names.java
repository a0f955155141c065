package dev.iasql.registry.catalogue;

import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of manifests, each kept once: versions of a module say mostly the same, and so the
 * catalogue needs a third of the memory.
 */
final class Names {
  private final Map<Object, Object> known = new ConcurrentHashMap<>();

  /** An equal manifest that shares its texts and lists with those before it. */
  ModuleManifest sharing(ModuleManifest manifest) {
    Provides provides = manifest.provides();
    return new ModuleManifest(
        shared(manifest.name()),
        shared(manifest.version()),
        shared(manifest.summary()),
        dependencies(manifest.dependencies()),
        shared(
            new Provides(
                list(provides.tables()),
                list(provides.views()),
                list(provides.functions()),
                list(provides.types()),
                list(provides.capabilities()))),
        list(manifest.manages()),
        list(manifest.migrations()));
  }

  private Map<String, String> dependencies(Map<String, String> dependencies) {
    Map<String, String> texts = new LinkedHashMap<>();
    dependencies.forEach((name, range) -> texts.put(shared(name), shared(range)));
    return shared(Map.copyOf(texts));
  }

  private List<String> list(List<String> texts) {
    return shared(texts.stream().map(this::shared).toList());
  }

  @SuppressWarnings("unchecked")
  private <T> T shared(T value) {
    Object before = known.putIfAbsent(value, value);
    return before == null ? value : (T) before;
  }
}
