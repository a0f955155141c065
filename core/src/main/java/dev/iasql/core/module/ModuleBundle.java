package dev.iasql.core.module;

import java.util.Map;

/**
 * A module as it is published: what it says of itself and the SQL that makes and removes it.
 *
 * @param kind decides with which rights the SQL runs
 * @param installSql runs in one transaction
 * @param uninstallSql leaves nothing of what {@code installSql} made
 * @param readme Markdown shown to users
 * @param migrations the SQL that turns an installed earlier version into this one, by that version
 */
public record ModuleBundle(
    ModuleManifest manifest,
    ModuleKind kind,
    String installSql,
    String uninstallSql,
    String readme,
    Map<String, String> migrations) {

  public ModuleBundle {
    migrations = migrations == null ? Map.of() : Map.copyOf(migrations);
  }

  public ModuleId id() {
    return manifest.id();
  }
}
