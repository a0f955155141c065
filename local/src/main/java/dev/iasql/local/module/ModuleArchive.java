package dev.iasql.local.module;

import dev.iasql.local.LaunchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A version of a module as the archive that is sent. The same files make the same bytes, whenever
 * and wherever.
 *
 * @param content the zip archive
 * @param leftOut files of the folder that a bundle does not have, which were not sent
 */
public record ModuleArchive(byte[] content, List<String> leftOut) {
  private static final Predicate<String> BELONGS =
      Pattern.compile(
              "module\\.yaml|install\\.sql|uninstall\\.sql|README\\.md|(migrations|tests)/[^/]+\\.sql")
          .asMatchPredicate();

  /** The first moment that the format knows. */
  private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

  /**
   * @throws LaunchException if a file cannot be read
   */
  public static ModuleArchive of(ModuleFolder folder) {
    Path root = folder.version();
    try {
      List<String> files = files(root);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (String file : files.stream().filter(BELONGS).toList()) {
          ZipEntry entry = new ZipEntry(file);
          entry.setTimeLocal(NEVER);
          zip.putNextEntry(entry);
          zip.write(Files.readAllBytes(root.resolve(file)));
          zip.closeEntry();
        }
      }
      return new ModuleArchive(
          bytes.toByteArray(), files.stream().filter(BELONGS.negate()).toList());
    } catch (IOException e) {
      throw new LaunchException("cannot read " + root + ": " + e.getMessage(), e);
    }
  }

  /** Relative paths with slashes, sorted. */
  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
