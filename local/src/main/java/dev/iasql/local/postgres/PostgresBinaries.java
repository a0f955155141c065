package dev.iasql.local.postgres;

import dev.iasql.local.FolderTree;
import dev.iasql.local.LaunchException;
import dev.iasql.local.Versions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The Postgres of this build, unpacked from its Maven artifact into a folder once. */
public record PostgresBinaries(Path home) {

  /** The binaries in a folder below the given one, unpacked if they are not there yet. */
  public static PostgresBinaries in(Path folder) {
    Path home = folder.resolve("postgres-" + Versions.postgres());
    if (!Files.isDirectory(home)) {
      unpackTo(home);
    }
    return new PostgresBinaries(home);
  }

  public String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Unpacks beside the folder and renames, so that nobody ever sees half of it. */
  private static void unpackTo(Path home) {
    try {
      Files.createDirectories(home.getParent());
      Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
      try {
        unpack(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(home)) {
          throw e;
        }
        new FolderTree(unfinished).delete(); // somebody else was faster
      }
    } catch (IOException e) {
      throw new LaunchException("cannot unpack Postgres into " + home + ": " + e.getMessage(), e);
    }
  }

  private static void unpack(Path target) throws IOException {
    String archive = "/postgres-" + platform() + ".txz";
    try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (resource == null) {
        throw new LaunchException(
            "there is no Postgres for this machine on the class path: " + archive);
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          write(entry, tar, target);
        }
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = entry.resolveIn(target);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    if (entry.isLink()) {
      Files.createLink(path, target.resolve(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    boolean arm = processor.equals("aarch64");
    return (system.contains("mac") ? "darwin" : "linux") + (arm ? "-arm_64" : "-x86_64");
  }
}
