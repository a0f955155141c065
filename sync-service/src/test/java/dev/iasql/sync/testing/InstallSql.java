package dev.iasql.sync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The SQL of install-service, which owns the schema tenants' databases have. */
final class InstallSql {
  static final Path PLATFORM = Path.of("../install-service/src/main/resources/platform");

  private static final Path PROVISION = Path.of("../install-service/src/main/resources/provision");

  private InstallSql() {}

  /** A script for an administrator. */
  static String provision(String file) {
    try {
      return Files.readString(PROVISION.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
