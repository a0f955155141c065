package dev.iasql.local.module;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One version of a module as a folder.
 *
 * @param version the folder {@code <name>/<version>}
 */
public record ModuleFolder(Path version) {
  private static final String MANIFEST = "module.yaml";

  /** The numbers of a semantic version and its pre-release part compare as these versions do. */
  private static final Comparator<Path> BY_VERSION =
      Comparator.comparing(
          folder -> ModuleDescriptor.Version.parse(folder.getFileName().toString()));

  /**
   * The version that a folder is, or the newest of the module that it is.
   *
   * @throws LaunchException if it is neither
   */
  public static ModuleFolder of(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (isVersion(path)) {
      return new ModuleFolder(path);
    }
    return versions(path).stream()
        .max(BY_VERSION)
        .map(ModuleFolder::new)
        .orElseThrow(
            () ->
                new LaunchException(
                    "there is no module.yaml in %s, nor in a folder of a version below it. A new module is made by: ./iasql module new NAME"
                        .formatted(folder)));
  }

  private static List<Path> versions(Path module) {
    if (!Files.isDirectory(module)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(module)) {
      return children
          .filter(child -> Character.isDigit(child.getFileName().toString().charAt(0)))
          .filter(ModuleFolder::isVersion)
          .toList();
    } catch (IOException e) {
      throw new LaunchException("cannot read " + module + ": " + e.getMessage(), e);
    }
  }

  private static boolean isVersion(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  /** As users call it: {@code shop_report 1.0.0}. */
  @Override
  public String toString() {
    return version.getParent().getFileName() + " " + version.getFileName();
  }
}
