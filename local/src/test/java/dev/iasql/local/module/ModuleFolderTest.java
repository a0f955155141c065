package dev.iasql.local.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleFolderTest {
  @TempDir private Path folder;
  private Path module;

  @BeforeEach
  void writeVersions() throws IOException {
    module = folder.resolve("shop");
    for (String version : new String[] {"1.9.0", "1.10.0", "1.10.0-rc.1", "drafts"}) {
      Files.createDirectories(module.resolve(version));
      Files.writeString(module.resolve(version).resolve("module.yaml"), "name: shop");
    }
    Files.createDirectories(module.resolve("2.0.0"));
  }

  @Test
  void aModuleIsItsNewestVersionThatHasAManifest() {
    assertThat(ModuleFolder.of(module).version()).isEqualTo(module.resolve("1.10.0"));
    assertThat(ModuleFolder.of(module)).hasToString("shop 1.10.0");
  }

  @Test
  void aVersionIsItself() {
    assertThat(ModuleFolder.of(module.resolve("1.9.0")).version())
        .isEqualTo(module.resolve("1.9.0"));
  }

  @Test
  void anythingElseIsRefused() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> ModuleFolder.of(module.resolve("2.0.0")))
        .withMessageContaining("there is no module.yaml in")
        .withMessageContaining("./iasql module new NAME");
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> ModuleFolder.of(folder.resolve("nowhere")));
  }
}
