package dev.iasql.core.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.bundle.BundleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A bundle somebody sent. Whoever it is, its SQL is that of a SQL module: what may have more rights
 * ships with IaSQL.
 *
 * @param tests the SQL of its tests by file name; only a check runs them
 */
public record UploadedBundle(ModuleBundle bundle, Map<String, String> tests) {
  private static final String TESTS = "tests/";

  public UploadedBundle {
    tests = Map.copyOf(tests);
  }

  /**
   * Reads a zip archive and checks everything that can be said of it alone.
   *
   * @throws UserException if it is too large, or not a bundle that follows the rules
   */
  public static UploadedBundle read(InputStream zip) {
    Map<String, String> files = ZippedBundle.read(zip);
    ModuleBundle bundle = bundle(files);
    refuseNul(bundle);
    Map<String, String> tests = new TreeMap<>();
    files.forEach(
        (name, text) -> {
          if (name.startsWith(TESTS) && name.endsWith(".sql")) {
            tests.put(name.substring(TESTS.length()), text);
          }
        });
    return new UploadedBundle(bundle, tests);
  }

  private static ModuleBundle bundle(Map<String, String> files) {
    try {
      Path folder = Files.createTempDirectory("bundle");
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.getValue());
        }
        return read(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the files were put for a moment is nobody's business. */
  private static ModuleBundle read(Path folder) {
    try {
      return BundleFiles.read(folder, ModuleKind.SQL);
    } catch (UserException e) {
      throw new UserException(
          e.code(),
          e.fault().message().replace(" in " + folder, ""),
          e.fault().detail(),
          e.fault().hint(),
          e);
    }
  }

  /** PostgreSQL has no such character; files do not have it, but YAML can write it as an escape. */
  private static void refuseNul(ModuleBundle bundle) {
    try {
      if (Json.MAPPER.writeValueAsString(bundle.manifest()).contains("\\u0000")) {
        throw new UserException(
            ErrorCode.MODULE_INVALID,
            "the bundle cannot be published",
            "module.yaml contains the character NUL",
            "Leave it out.");
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest cannot be written as JSON", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(folder)) {
      paths = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
