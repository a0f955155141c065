package dev.iasql.local.system;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.PidFile;
import dev.iasql.local.process.ServerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Everything one system keeps: data, logs, secrets, and the marks of its running processes. */
public record StateFolder(Path path) {

  public StateFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Makes what is missing. Others may pass through, as Postgres may run as another user, but not
   * look around.
   */
  public void create() {
    try {
      make(path, "rwx--x--x");
      make(path.resolve("logs"), "rwx------");
      make(run(), "rwx------");
    } catch (IOException e) {
      throw new LaunchException("cannot make the state folder " + path + ": " + e.getMessage(), e);
    }
  }

  private static void make(Path folder, String permissions) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }

  public ServerFiles files() {
    return new ServerFiles(path);
  }

  public Secrets secrets() {
    return new Secrets(path.resolve("secrets"));
  }

  public Path run() {
    return path.resolve("run");
  }

  public PidFile supervisor() {
    return new PidFile(run().resolve("supervisor.pid"));
  }

  /** What the user decided, kept for the commands that come later. */
  public OptionsFile options() {
    return new OptionsFile(run().resolve("options.properties"));
  }
}
