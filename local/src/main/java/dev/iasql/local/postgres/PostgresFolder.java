package dev.iasql.local.postgres;

import dev.iasql.local.FolderTree;
import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * The folder of a state folder that the Postgres user may enter. Below root's own home no other
 * user may, so there a link takes its place and the data goes where system services keep theirs.
 */
final class PostgresFolder {
  private static final Path SYSTEM_STATE = Path.of("/var/lib/iasql");

  private PostgresFolder() {}

  /** Finds the folder, or makes it. */
  static Path at(Path wanted, RunAs runAs) {
    try {
      if (!Files.exists(wanted)) {
        Files.deleteIfExists(wanted); // a link whose target is gone
        makeEnterable(wanted);
        if (!runAs.canEnter(wanted)) {
          Files.delete(wanted);
          Files.createSymbolicLink(wanted, elsewhere(wanted));
        }
      }
      return wanted.toRealPath();
    } catch (IOException e) {
      throw new LaunchException(
          "cannot make a folder for Postgres at " + wanted + ": " + e.getMessage(), e);
    }
  }

  /** The same place for the same state folder; what a deleted state folder left there goes. */
  private static Path elsewhere(Path wanted) throws IOException {
    Path folder =
        SYSTEM_STATE.resolve(
            UUID.nameUUIDFromBytes(wanted.toString().getBytes(StandardCharsets.UTF_8)).toString());
    new FolderTree(folder).delete();
    makeEnterable(SYSTEM_STATE);
    makeEnterable(folder);
    return folder;
  }

  private static void makeEnterable(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
