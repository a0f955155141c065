package dev.iasql.install.catalogue;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.ModuleVersion;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Keeps the catalogue of modules as the registry publishes it: manifests in memory, their SQL on
 * disk.
 */
@Singleton
public class ModuleFeed {
  private final ModuleCatalogue catalogue = new ModuleCatalogue();
  private final BundleStore bundles;
  private volatile boolean complete;

  ModuleFeed(BundleStore bundles) {
    this.bundles = bundles;
  }

  public ModuleCatalogue catalogue() {
    return catalogue;
  }

  /**
   * The SQL of a module of the catalogue.
   *
   * @throws IllegalStateException if it was withdrawn since the catalogue was asked
   */
  public ModuleBundle bundle(ModuleId id) {
    return bundles
        .get(id)
        .flatMap(json -> EventCodec.read(json, ModulePublished.class))
        .map(ModulePublished::bundle)
        .orElseThrow(() -> new IllegalStateException(id + " was withdrawn meanwhile"));
  }

  private void add(ModuleManifest manifest, String json) {
    bundles.put(manifest.id(), json);
    catalogue.add(manifest);
  }

  private void remove(ModuleId id) {
    catalogue.remove(id);
    bundles.remove(id);
  }

  /** Whether what was published before the start is here; until then a missing module may exist. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * @param key {@code name@version}
   * @param json the event, or {@code null} if the version was withdrawn
   */
  public void read(String key, String json) {
    if (json != null) {
      EventCodec.read(json, ModulePublished.class)
          .ifPresent(event -> add(event.bundle().manifest(), json));
      return;
    }
    ModuleRef withdrawn = ModuleRef.parse(key);
    Optional<ModuleVersion> version = withdrawn.version();
    version.map(v -> new ModuleId(withdrawn.name(), v)).ifPresent(this::remove);
  }

  /**
   * All that was published has been read. A registry without any module is one that has not
   * published yet.
   *
   * @return whether the catalogue is complete only since now
   */
  public boolean caughtUp() {
    boolean news = !complete && !catalogue.isEmpty();
    complete = complete || news;
    return news;
  }
}
