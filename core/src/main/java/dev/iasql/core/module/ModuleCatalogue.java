package dev.iasql.core.module;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All published modules a service has heard of. Filled from the compacted topic {@code
 * iasql.modules}, so it answers while the registry is away. Thread-safe.
 */
public final class ModuleCatalogue {
  private final Map<String, NavigableMap<ModuleVersion, ModuleManifest>> versionsByName =
      new ConcurrentHashMap<>();

  public void add(ModuleManifest manifest) {
    ModuleId id = manifest.id();
    versionsByName
        .computeIfAbsent(id.name(), name -> new ConcurrentSkipListMap<>())
        .put(id.version(), manifest);
  }

  public void remove(ModuleId id) {
    versionsByName.computeIfPresent(
        id.name(),
        (name, versions) -> {
          versions.remove(id.version());
          return versions.isEmpty() ? null : versions;
        });
  }

  public Collection<String> names() {
    return Collections.unmodifiableSet(versionsByName.keySet());
  }

  /** Versions of a module, newest first; empty if there is no such module. */
  public List<ModuleManifest> newestFirst(String name) {
    NavigableMap<ModuleVersion, ModuleManifest> versions = versionsByName.get(name);
    return versions == null ? List.of() : List.copyOf(versions.descendingMap().values());
  }

  public Optional<ModuleManifest> newest(String name) {
    return newestFirst(name).stream().findFirst();
  }

  public Optional<ModuleManifest> find(ModuleId id) {
    NavigableMap<ModuleVersion, ModuleManifest> versions = versionsByName.get(id.name());
    return versions == null ? Optional.empty() : Optional.ofNullable(versions.get(id.version()));
  }

  public boolean isEmpty() {
    return versionsByName.isEmpty();
  }
}
