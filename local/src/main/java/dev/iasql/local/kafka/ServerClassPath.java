package dev.iasql.local.kafka;

import dev.iasql.local.LaunchException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The jars of the programs that run in processes of their own, found in the local Maven repository.
 */
public final class ServerClassPath {
  private static final String LIST = "/dev/iasql/local/server-class-path.txt";

  private ServerClassPath() {}

  /** The class path, as the option {@code -cp} of java wants it. */
  public static String asOption() {
    List<Path> jars = jars();
    for (Path jar : jars) {
      if (!Files.exists(jar)) {
        throw new LaunchException(
            jar + " is missing. \"./iasql build\" brings it back from Maven Central.");
      }
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> jars() {
    Path repository = repository();
    try (InputStream list = ServerClassPath.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new LaunchException(LIST + " is missing: build the module local with Maven");
      }
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Arrays.stream(text.split("\\|"))
          .map(entry -> repository.resolve(entry.replace("@repository@/", "")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The repository our own libraries were loaded from, wherever Maven was told to keep it. */
  private static Path repository() {
    try {
      Path jar =
          Path.of(
              org.postgresql.Driver.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      // <repository>/org/postgresql/postgresql/<version>/postgresql-<version>.jar
      return jar.getParent().getParent().getParent().getParent().getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
