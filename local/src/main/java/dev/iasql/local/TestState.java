package dev.iasql.local;

import dev.iasql.local.kafka.KafkaPart;
import dev.iasql.local.postgres.PostgresPart;
import dev.iasql.local.process.PidFile;
import dev.iasql.local.process.ServerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The state folders of test servers, below the folder for temporary files: each deleted with the
 * JVM that made it, and a template with an empty Postgres and Kafka that new ones are copied from,
 * which takes a moment where making them takes seconds.
 */
final class TestState {
  private static final Path ROOT =
      Path.of(
          System.getProperty("java.io.tmpdir"), "iasql-test-" + System.getProperty("user.name"));
  private static final List<String> SERVERS = List.of("postgres", "kafka", "aws-emulator");
  private static final String TEMPLATE = "template-";
  private static final String JVM = "jvm-";
  private static final String JVM_PID = "jvm.pid";

  private TestState() {}

  /**
   * A new folder for this JVM, which may need several: tests that run inside a framework load this
   * class once more, by a class loader of its own.
   */
  static Path create() {
    try {
      enterable(ROOT);
      try (FileChannel lock =
          FileChannel.open(
              ROOT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        removeAbandoned();
        Path template = template();
        Path folder =
            enterable(Files.createTempDirectory(ROOT, JVM + ProcessHandle.current().pid() + "-"));
        new PidFile(folder.resolve(JVM_PID)).write(ProcessHandle.current());
        copy(template, folder);
        return folder;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for test servers in " + ROOT, e);
    }
  }

  /** Where moto is installed for tests if the machine's own Python lacks it: once for all JVMs. */
  static Path pythonEnvironment() {
    return ROOT.resolve("python-moto-" + Versions.moto());
  }

  private static Path template() throws IOException {
    Path template = ROOT.resolve(TEMPLATE + Versions.postgres() + "-" + Versions.kafka());
    if (!Files.exists(template)) {
      Path unfinished = ROOT.resolve("unfinished");
      new FolderTree(unfinished).delete();
      enterable(unfinished);
      ServerFiles files = new ServerFiles(unfinished);
      new PostgresPart(files, 1, PostgresServer.TEST_PASSWORD, PostgresServer.FAST).prepare();
      new KafkaPart(files, 1, 2, false).prepare();
      Files.move(unfinished, template);
    }
    return template;
  }

  /** Copies data with its owners; the programs are only linked. */
  private static void copy(Path template, Path folder) throws IOException {
    String postgres = "postgres-" + Versions.postgres();
    enterable(folder.resolve("postgres"));
    Files.createSymbolicLink(
        folder.resolve("postgres").resolve(postgres),
        template.resolve("postgres").resolve(postgres));
    run(
        "cp",
        "-a",
        template.resolve("postgres/data").toString(),
        folder.resolve("postgres/data").toString());
    run("cp", "-a", template.resolve("kafka").toString(), folder.resolve("kafka").toString());
  }

  /** What a JVM left that was killed before it could clean up. */
  private static void removeAbandoned() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT, JVM + "*")) {
      for (Path folder : folders) {
        if (new PidFile(folder.resolve(JVM_PID)).process().isEmpty()) {
          ServerFiles files = new ServerFiles(folder);
          SERVERS.forEach(
              server -> files.pid(server).process().ifPresent(ProcessHandle::destroyForcibly));
          new FolderTree(folder).delete();
        }
      }
    }
  }

  private static Path enterable(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void run(String... command) throws IOException {
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
