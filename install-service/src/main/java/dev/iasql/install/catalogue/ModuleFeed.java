package dev.iasql.install.catalogue;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.ModuleVersion;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps the catalogue of modules as the registry publishes it. */
@Singleton
public class ModuleFeed {
  private final ModuleCatalogue catalogue = new ModuleCatalogue();
  private volatile boolean complete;

  public ModuleCatalogue catalogue() {
    return catalogue;
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
          .ifPresent(event -> catalogue.add(event.bundle()));
      return;
    }
    ModuleRef withdrawn = ModuleRef.parse(key);
    Optional<ModuleVersion> version = withdrawn.version();
    version.ifPresent(v -> catalogue.remove(new ModuleId(withdrawn.name(), v)));
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
