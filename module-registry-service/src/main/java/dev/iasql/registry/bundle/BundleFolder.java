package dev.iasql.registry.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Bundles as files: {@code <name>/<version>/} with {@code module.yaml}, {@code install.sql}, {@code
 * uninstall.sql} and {@code README.md}.
 */
public record BundleFolder(Path root) {
  private static final ObjectReader YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(ModuleManifest.class);

  /** The folders of all versions, by path; none if the folder does not exist. */
  public List<Path> versions() {
    return children(root).flatMap(name -> children(name)).toList();
  }

  /**
   * @throws UserException if a file is missing or is not what it should be
   */
  public ModuleBundle read(Path version) {
    try {
      ModuleBundle bundle =
          new ModuleBundle(
              YAML.readValue(file(version, "module.yaml")),
              ModuleKind.AWS,
              file(version, "install.sql"),
              file(version, "uninstall.sql"),
              file(version, "README.md"),
              Map.of());
      ManifestRules.check(bundle.manifest());
      refuseIfMisplaced(version, bundle);
      return bundle;
    } catch (JsonProcessingException e) {
      throw invalid(version, "module.yaml cannot be read: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static String file(Path version, String name) throws IOException {
    Path file = version.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw invalid(version, name + " is missing", null);
    }
    return Files.readString(file);
  }

  private static void refuseIfMisplaced(Path version, ModuleBundle bundle) {
    Path place = version.getParent().getFileName().resolve(version.getFileName());
    String expected = bundle.manifest().name() + "/" + bundle.manifest().version();
    if (!place.toString().equals(expected)) {
      throw invalid(version, "the manifest belongs into the folder " + expected, null);
    }
  }

  private static UserException invalid(Path version, String detail, Throwable cause) {
    return new UserException(
        ErrorCode.MODULE_INVALID,
        "the bundle in %s cannot be published".formatted(version),
        detail,
        "See docs/concepts.md for what a bundle consists of.",
        cause);
  }
}
