package dev.iasql.registry.api;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.registry.store.StoredModule;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/**
 * One version of a module, complete but for its SQL.
 *
 * @param readme Markdown
 * @param sizes of the bundle's files
 * @param contentHash SHA-256 of the bundle in hexadecimal
 */
public record ModuleDocument(
    String name,
    String version,
    ModuleManifest manifest,
    String readme,
    Sizes sizes,
    String contentHash,
    OffsetDateTime publishedAt) {

  /** Sizes in bytes. */
  public record Sizes(int installSql, int uninstallSql, int readme) {}

  static ModuleDocument of(StoredModule module) {
    ModuleBundle bundle = module.bundle();
    return new ModuleDocument(
        bundle.manifest().name(),
        bundle.manifest().version(),
        bundle.manifest(),
        bundle.readme(),
        new Sizes(bytes(bundle.installSql()), bytes(bundle.uninstallSql()), bytes(bundle.readme())),
        module.contentHash(),
        module.publishedAt());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
