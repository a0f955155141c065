package dev.iasql.local.postgres;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The data folder of a Postgres server. */
record PostgresData(Path folder) {

  Path path() {
    return folder.resolve("data");
  }

  boolean exists() {
    return Files.exists(path().resolve("PG_VERSION"));
  }

  RunAs owner() {
    try {
      return RunAs.ownerOf(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an empty cluster whose only role is the administrator. */
  void initialize(RunAs runAs, PostgresBinaries binaries, String adminPassword) {
    try {
      Path unfinished = Files.createTempDirectory(folder, "data-");
      Path password = Files.createTempFile(folder, "password", "", ownerOnly());
      try {
        Files.writeString(password, adminPassword);
        runAs.give(password);
        runAs.give(unfinished);
        initdb(runAs, binaries, unfinished, password);
      } finally {
        Files.delete(password);
      }
      Files.move(unfinished, path());
    } catch (IOException e) {
      throw new LaunchException("cannot make a database in " + folder + ": " + e.getMessage(), e);
    }
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  private static void initdb(RunAs runAs, PostgresBinaries binaries, Path target, Path password)
      throws IOException {
    Process initdb =
        new ProcessBuilder(
                runAs.command(
                    binaries.program("initdb"),
                    "--pgdata=" + target,
                    "--username=" + PostgresPart.ADMIN,
                    "--pwfile=" + password,
                    "--auth-host=scram-sha-256",
                    "--auth-local=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums"))
            .directory(target.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (initdb.waitFor() != 0) {
        throw new LaunchException("initdb failed:\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while initdb was running", e);
    }
  }
}
