package dev.iasql.local.postgres;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs programs as a user who is not root, because Postgres refuses root.
 *
 * @param user who it is; empty when we are not root ourselves and nothing needs to change
 * @param prefix what stands before a command to run it as that user
 */
public record RunAs(Optional<String> user, List<String> prefix) {
  private static final List<String> CANDIDATES = List.of("iasql", "postgres", "nobody");

  /**
   * Whoever we are when that is not root, else the first unprivileged user of the machine that
   * works.
   */
  public static RunAs unprivileged() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new RunAs(Optional.empty(), List.of());
    }
    return CANDIDATES.stream()
        .flatMap(RunAs::waysToBecome)
        .filter(way -> way.succeeds("true"))
        .findFirst()
        .orElseThrow(RunAs::impossible);
  }

  /** The same user as one who owns this file already. */
  public static RunAs ownerOf(Path file) throws IOException {
    String owner = Files.getOwner(file).getName();
    if (owner.equals(System.getProperty("user.name"))) {
      return new RunAs(Optional.empty(), List.of());
    }
    return waysToBecome(owner)
        .filter(way -> way.succeeds("true"))
        .findFirst()
        .orElseThrow(
            () ->
                new LaunchException(
                    "the Postgres data in "
                        + file
                        + " belongs to "
                        + owner
                        + ", and this user cannot become "
                        + owner
                        + ". Run as "
                        + owner
                        + " or as root."));
  }

  /** Both replace themselves by the program, so its signals and exit code are the ones we see. */
  private static Stream<RunAs> waysToBecome(String user) {
    return groupOf(user).stream()
        .flatMap(
            group ->
                Stream.of(
                    List.of(
                        "setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"),
                    List.of("sudo", "-n", "-u", user, "--")))
        .map(prefix -> new RunAs(Optional.of(user), prefix));
  }

  private static Optional<String> groupOf(String user) {
    try {
      Process id =
          new ProcessBuilder("id", "-g", user)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String group = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return group.isEmpty() ? Optional.empty() : Optional.of(group);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static LaunchException impossible() {
    return new LaunchException(
        "Postgres does not run as root, and no other user could be used for it. Tried the users "
            + String.join(", ", CANDIDATES)
            + " with setpriv and sudo. Create one with \"useradd --system iasql\" (setpriv is in Debian's"
            + " package util-linux), or run ./iasql as an ordinary user.");
  }

  /** The command that runs this program as the user. */
  public List<String> command(String... program) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(program));
    return command;
  }

  /** Whether the user may open this folder, which a parent folder may forbid. */
  public boolean canEnter(Path folder) {
    return user.isEmpty() || succeeds("test", "-x", folder.toString());
  }

  /** Makes the user the owner of a file. */
  public void give(Path file) throws IOException {
    if (user.isPresent()) {
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.get()));
    }
  }

  private boolean succeeds(String... program) {
    try {
      return new ProcessBuilder(command(program))
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
