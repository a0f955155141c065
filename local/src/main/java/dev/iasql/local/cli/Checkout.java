package dev.iasql.local.cli;

import java.nio.file.Path;

/** The folder of the project that the script was started from. */
final class Checkout {
  private Checkout() {}

  static Path folder() {
    return Path.of(System.getProperty("iasql.home", "")).toAbsolutePath();
  }
}
