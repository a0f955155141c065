package dev.iasql.local.build;

import dev.iasql.local.LaunchException;
import dev.iasql.local.service.Services;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes the jars of the services. */
public final class Build {
  /** A packaging whose classes the JVM can keep in an archive: several times faster to start. */
  private static final String ONE_CLASS_PATH = "-Dquarkus.package.jar.type=aot-jar";

  private final Path checkout;
  private final Path log;

  private Build(Path checkout, Path log) {
    this.checkout = checkout;
    this.log = log;
  }

  /**
   * @param log gets all that Maven prints
   */
  public static Build of(Path checkout, Path log) {
    return new Build(checkout, log);
  }

  /** Builds the services that are missing or older than their sources; false if there are none. */
  public boolean services(Consumer<String> screen) {
    List<String> stale =
        Services.NAMES.stream().filter(name -> new MavenModule(checkout, name).isStale()).toList();
    if (stale.isEmpty()) {
      return false;
    }
    screen.accept("building " + String.join(", ", stale));
    List<String> arguments =
        List.of(
            "-B",
            "-Dquick",
            "-DskipTests",
            ONE_CLASS_PATH,
            "-pl",
            String.join(",", stale),
            "-am",
            "package");
    BuildProgress progress = new BuildProgress(screen);
    List<String> errors = new ArrayList<>();
    if (run(arguments, progress, errors) != 0) {
      throw new LaunchException(
          "the build failed; all it printed is in " + log + "\n" + String.join("\n", errors));
    }
    progress.end();
    return true;
  }

  private int run(List<String> arguments, BuildProgress progress, List<String> errors) {
    try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(log))) {
      return new Maven(checkout)
          .run(
              arguments,
              line -> {
                file.println(line);
                progress.line(line);
                if (line.startsWith("[ERROR]")) {
                  errors.add(line);
                }
              });
    } catch (IOException e) {
      throw new LaunchException("cannot write " + log + ": " + e.getMessage(), e);
    }
  }
}
