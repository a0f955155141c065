package dev.iasql.core.module.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {
  private static final String MANIFEST =
      """
      name: fruit
      version: 1.0.0
      summary: Fruit.
      provides:
        tables: [fruit]
      """;

  @TempDir private Path root;

  @Test
  void readsTheFilesOfAVersion() throws IOException {
    Path version = write("fruit", "1.0.0", MANIFEST);

    ModuleBundle bundle = new BundleFolder(root, ModuleKind.AWS).read(version);

    assertThat(bundle.id()).hasToString("fruit@1.0.0");
    assertThat(bundle.manifest().provides().tables()).containsExactly("fruit");
    assertThat(bundle.installSql()).isEqualTo("install");
    assertThat(bundle.uninstallSql()).isEqualTo("uninstall");
    assertThat(bundle.readme()).isEqualTo("readme");
  }

  @Test
  void listsVersionsAndNothingElse() throws IOException {
    Path version = write("fruit", "1.0.0", MANIFEST);
    Files.writeString(root.resolve("fruit/notes.txt"), "not a version");

    assertThat(new BundleFolder(root, ModuleKind.AWS).versions()).containsExactly(version);
    assertThat(new BundleFolder(root.resolve("nowhere"), ModuleKind.AWS).versions()).isEmpty();
  }

  @Test
  void namesAFileThatIsMissing() throws IOException {
    Path version = write("fruit", "1.0.0", MANIFEST);
    Files.delete(version.resolve("uninstall.sql"));

    assertRefused(version, "uninstall.sql is missing");
  }

  @Test
  void refusesAFieldTheManifestDoesNotHave() throws IOException {
    assertRefused(write("fruit", "1.0.0", MANIFEST + "colour: red\n"), "colour");
  }

  @Test
  void refusesAManifestInAnotherModulesFolder() throws IOException {
    assertRefused(write("apple", "1.0.0", MANIFEST), "fruit/1.0.0");
  }

  @Test
  void readsMigrationsByTheVersionTheyStartFrom() throws IOException {
    Path version = write("fruit", "1.0.0", MANIFEST + "migrations: [0.9.0]\n");
    write(version, "0.9.0");

    assertThat(new BundleFolder(root, ModuleKind.AWS).read(version).migrations())
        .isEqualTo(Map.of("0.9.0", "migrate"));
  }

  @Test
  void refusesMigrationsThatAreListedButMissingOrTheOtherWayRound() throws IOException {
    Path version = write("fruit", "1.0.0", MANIFEST + "migrations: [0.9.0]\n");
    assertRefused(version, "lists migrations from 0.9.0, but there are files for no version");

    write("fruit", "1.0.0", MANIFEST);
    write(version, "0.8.0");
    assertRefused(version, "lists migrations from no version, but there are files for 0.8.0");
  }

  @Test
  void refusesAMigrationOfAnotherName() throws IOException {
    Path version = write("fruit", "1.0.0", MANIFEST);
    Files.createDirectories(version.resolve("migrations"));
    Files.writeString(version.resolve("migrations/0.9.0.sql"), "migrate");

    assertRefused(version, "migrations/0.9.0.sql is not named from-<version>.sql");
  }

  @Test
  void refusesAnEmptyManifestAndBytesThatAreNoText() throws IOException {
    assertRefused(write("fruit", "1.0.0", "---\n"), "module.yaml");

    Path version = write("fruit", "1.0.0", MANIFEST);
    Files.write(version.resolve("install.sql"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertRefused(version, "install.sql is not UTF-8 text");
  }

  @Test
  void readsABundleInsideAZip() throws IOException {
    Path version = write("fruit", "1.0.0", MANIFEST + "migrations: [0.9.0]\n");
    write(version, "0.9.0");
    Path zip = root.resolve("fruit.zip");
    try (FileSystem content = FileSystems.newFileSystem(zip, Map.of("create", "true"));
        Stream<Path> files = Files.walk(version)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = content.getPath("/" + version.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }

    try (FileSystem content = FileSystems.newFileSystem(zip)) {
      ModuleBundle bundle = BundleFiles.read(content.getPath("/"), ModuleKind.SQL);

      assertThat(bundle.id()).hasToString("fruit@1.0.0");
      assertThat(bundle.kind()).isEqualTo(ModuleKind.SQL);
      assertThat(bundle.migrations()).containsOnlyKeys("0.9.0");
    }
  }

  private static void write(Path version, String migrationFrom) throws IOException {
    Path folder = Files.createDirectories(version.resolve("migrations"));
    Files.writeString(folder.resolve("from-%s.sql".formatted(migrationFrom)), "migrate");
  }

  private void assertRefused(Path version, String why) {
    assertThatThrownBy(() -> new BundleFolder(root, ModuleKind.AWS).read(version))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.fault().detail()).contains(why));
  }

  private Path write(String name, String version, String manifest) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name).resolve(version));
    Files.writeString(folder.resolve("module.yaml"), manifest);
    Files.writeString(folder.resolve("install.sql"), "install");
    Files.writeString(folder.resolve("uninstall.sql"), "uninstall");
    Files.writeString(folder.resolve("README.md"), "readme");
    return folder;
  }
}
