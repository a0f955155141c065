package dev.iasql.install.catalogue;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.ModuleVersion;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the catalogue of modules as the registry publishes it. */
@Singleton
public class ModuleFeed {
  private final ModuleCatalogue catalogue = new ModuleCatalogue();
  private final Map<ModuleId, ModuleBundle> bundles = new ConcurrentHashMap<>();
  private volatile boolean complete;

  public ModuleCatalogue catalogue() {
    return catalogue;
  }

  /**
   * The SQL of a module of the catalogue.
   *
   * @throws IllegalStateException if it was withdrawn since the catalogue was asked
   */
  public ModuleBundle bundle(ModuleId id) {
    ModuleBundle bundle = bundles.get(id);
    if (bundle == null) {
      throw new IllegalStateException(id + " was withdrawn meanwhile");
    }
    return bundle;
  }

  private void add(ModuleBundle bundle) {
    bundles.put(bundle.id(), bundle);
    catalogue.add(bundle.manifest());
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
          .map(ModulePublished::bundle)
          .ifPresent(this::add);
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
