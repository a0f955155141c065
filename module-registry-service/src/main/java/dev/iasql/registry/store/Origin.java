package dev.iasql.registry.store;

import java.util.Locale;

/** How a version came into the registry. */
public enum Origin {
  /** It ships with the registry, which publishes it whenever it starts. */
  SHELF,
  /** Somebody published it. */
  API;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Origin of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
