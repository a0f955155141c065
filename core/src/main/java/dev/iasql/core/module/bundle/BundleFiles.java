package dev.iasql.core.module.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
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
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one bundle: {@code module.yaml}, {@code install.sql}, {@code uninstall.sql}, {@code
 * README.md} and {@code migrations/from-<version>.sql}. The folder may be inside a zip.
 */
public final class BundleFiles {
  public static final String MANIFEST = "module.yaml";
  public static final String INSTALL = "install.sql";
  public static final String UNINSTALL = "uninstall.sql";
  public static final String README = "README.md";
  public static final String MIGRATIONS = "migrations";

  private static final Pattern MIGRATION = Pattern.compile("from-(.+)\\.sql");
  private static final ObjectReader YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readerFor(ModuleManifest.class);

  private final Path folder;

  private BundleFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a bundle and checks everything that can be said of it alone.
   *
   * @param kind whose SQL it is, which the manifest cannot say
   * @throws UserException if a file is missing or is not what it should be
   */
  public static ModuleBundle read(Path folder, ModuleKind kind) {
    BundleFiles files = new BundleFiles(folder);
    try {
      ModuleManifest manifest = YAML.readValue(files.text(MANIFEST));
      if (manifest == null) {
        throw invalid(folder, MANIFEST + " is empty", null);
      }
      ManifestRules.check(manifest, kind);
      ModuleBundle bundle =
          new ModuleBundle(
              manifest,
              kind,
              files.text(INSTALL),
              files.text(UNINSTALL),
              files.text(README),
              files.migrations());
      files.refuseOtherMigrations(bundle);
      return bundle;
    } catch (JsonProcessingException e) {
      throw invalid(folder, "%s cannot be read: %s".formatted(MANIFEST, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static UserException invalid(Path folder, String detail, Throwable cause) {
    return new UserException(
        ErrorCode.MODULE_INVALID,
        "the bundle in %s cannot be published".formatted(folder),
        detail,
        "See docs/reference/module-manifest.md for what a bundle consists of.",
        cause);
  }

  private String text(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw invalid(folder, name + " is missing", null);
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw invalid(folder, name + " is not UTF-8 text", e);
    }
  }

  private Map<String, String> migrations() throws IOException {
    Map<String, String> migrations = new TreeMap<>();
    Path from = folder.resolve(MIGRATIONS);
    if (!Files.isDirectory(from)) {
      return migrations;
    }
    try (Stream<Path> files = Files.list(from)) {
      for (String name : files.map(file -> file.getFileName().toString()).sorted().toList()) {
        Matcher matcher = MIGRATION.matcher(name);
        if (!matcher.matches()) {
          throw invalid(
              folder, "%s/%s is not named from-<version>.sql".formatted(MIGRATIONS, name), null);
        }
        migrations.put(matcher.group(1), text(MIGRATIONS + "/" + name));
      }
    }
    return migrations;
  }

  private void refuseOtherMigrations(ModuleBundle bundle) {
    Set<String> listed = new TreeSet<>(bundle.manifest().migrations());
    Set<String> present = new TreeSet<>(bundle.migrations().keySet());
    if (!listed.equals(present)) {
      throw invalid(
          folder,
          "%s lists migrations from %s, but there are files for %s"
              .formatted(MANIFEST, list(listed), list(present)),
          null);
    }
  }

  private static String list(Set<String> versions) {
    return versions.isEmpty() ? "no version" : String.join(", ", List.copyOf(versions));
  }
}
