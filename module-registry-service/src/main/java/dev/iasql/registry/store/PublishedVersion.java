package dev.iasql.registry.store;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import java.time.Instant;

/**
 * A published version without its SQL and documentation.
 *
 * @param contentHash SHA-256 of the whole bundle in hexadecimal
 */
public record PublishedVersion(
    ModuleManifest manifest,
    ModuleKind kind,
    Origin origin,
    String contentHash,
    Instant publishedAt) {
  public ModuleId id() {
    return manifest.id();
  }

  /** Whether the version was published from this very bundle. */
  public boolean isOf(ModuleBundle bundle) {
    return contentHash.equals(ContentHash.of(bundle));
  }
}
