package dev.iasql.install.request;

import dev.iasql.core.module.ModuleBundle;

/**
 * A module in a tenant database.
 *
 * @param bundle without the SQL that made it, which is not kept
 * @param importing whether its first import has not ended yet
 * @param reason {@code requested}, or on whose behalf it came along
 */
record InstalledModule(ModuleBundle bundle, boolean importing, String reason) {
  static final String REQUESTED = "requested";

  String name() {
    return bundle.manifest().name();
  }
}
