package dev.iasql.install.request.check;

import java.util.Locale;

/** The rules a module has to keep. Their codes never change once released. */
public enum Rule {
  /** Install SQL runs to its end. */
  INSTALLS,
  /** Everything the manifest promises is made. */
  DECLARES_ALL,
  /** Nothing else is made, and nothing of others is changed or dropped. */
  DECLARES_ONLY,
  /** Names are plain, and nobody takes them for PostgreSQL's or IaSQL's own. */
  NAMES,
  /** Nothing runs with more rights, or in another way, than it seems. */
  RIGHTS,
  /** What is used belongs to a module that is declared as a dependency. */
  DEPENDENCIES,
  /** Every test runs without an error. */
  TESTS,
  /** A migrated earlier version is like a fresh installation. */
  MIGRATIONS,
  /** Uninstalling leaves nothing behind. */
  UNINSTALL_CLEAN;

  /** Such as {@code declares-only}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
