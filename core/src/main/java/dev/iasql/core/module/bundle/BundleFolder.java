package dev.iasql.core.module.bundle;

import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bundles as files, one folder for each version of a module: {@code <name>/<version>/}.
 *
 * @param kind of all bundles in it
 */
public record BundleFolder(Path root, ModuleKind kind) {

  /** The folders of all versions, by path; none if the folder does not exist. */
  public List<Path> versions() {
    return children(root).flatMap(name -> children(name)).toList();
  }

  /**
   * @throws UserException if a file is missing or is not what it should be, or the bundle is of
   *     another version than its folder says
   */
  public ModuleBundle read(Path version) {
    ModuleBundle bundle = BundleFiles.read(version, kind);
    Path place = version.getParent().getFileName().resolve(version.getFileName());
    String expected = bundle.manifest().name() + "/" + bundle.manifest().version();
    if (!place.toString().equals(expected)) {
      throw BundleFiles.invalid(version, "the manifest belongs into the folder " + expected, null);
    }
    return bundle;
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
