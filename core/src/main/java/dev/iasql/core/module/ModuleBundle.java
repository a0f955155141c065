package dev.iasql.core.module;

/**
 * A module as it is published: what it says of itself and the SQL that makes and removes it.
 *
 * @param installSql runs in one transaction as the role that owns module tables
 * @param uninstallSql leaves nothing of what {@code installSql} made
 * @param readme Markdown shown to users
 */
public record ModuleBundle(
    ModuleManifest manifest, String installSql, String uninstallSql, String readme) {

  public ModuleId id() {
    return manifest.id();
  }
}
