package dev.iasql.core.module.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
