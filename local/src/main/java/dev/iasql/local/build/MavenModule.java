package dev.iasql.local.build;

import dev.iasql.local.service.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A service as Maven sees it. */
record MavenModule(Path checkout, String name) {
  private static final List<String> LIBRARIES = List.of("core", "aws-modules");

  /** Whether its jar is missing, or older than something it is made of. */
  boolean isStale() {
    Path jar = Services.jar(checkout, name);
    try {
      if (!Files.exists(jar)) {
        return true;
      }
      FileTime built = Files.getLastModifiedTime(jar);
      for (Path source : sources()) {
        if (hasNewer(source, built)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> sources() throws IOException {
    Path pom = checkout.resolve(name).resolve("pom.xml");
    String dependencies = Files.readString(pom);
    List<Path> sources = new ArrayList<>(List.of(checkout.resolve("pom.xml"), pom, main(name)));
    for (String library : LIBRARIES) {
      // aws-modules brings core along, so a service may name only the one or the other.
      if (dependencies.contains("<artifactId>iasql-" + library + "<") || library.equals("core")) {
        sources.add(checkout.resolve(library).resolve("pom.xml"));
        sources.add(main(library));
      }
    }
    return sources;
  }

  private Path main(String module) {
    return checkout.resolve(module).resolve("src/main");
  }

  private static boolean hasNewer(Path tree, FileTime built) throws IOException {
    if (!Files.exists(tree)) {
      return false;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      return paths.anyMatch(path -> path.toFile().lastModified() > built.toMillis());
    }
  }
}
