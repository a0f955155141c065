package dev.iasql.registry.store;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleVersion;
import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * A published version.
 *
 * @param contentHash SHA-256 of the bundle in hexadecimal
 */
public record StoredModule(ModuleBundle bundle, String contentHash, OffsetDateTime publishedAt) {

  /** By name, the newest version of each first. */
  public static final Comparator<StoredModule> NEWEST_FIRST =
      Comparator.comparing((StoredModule module) -> module.bundle().manifest().name())
          .thenComparing(StoredModule::version, Comparator.reverseOrder());

  private ModuleVersion version() {
    return bundle.id().version();
  }
}
