package dev.iasql.install.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlatformScriptsTest {
  @Test
  void everyMigrationIsNamed() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/platform"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(PlatformScripts.FILES);
    }
  }

  @Test
  void findsScriptsByPrefixAndSuffix() {
    PlatformScripts scripts = new PlatformScripts();
    assertThat(scripts.getResources("R", new String[] {".sql"}))
        .extracting(script -> script.getFilename())
        .containsExactly("R__functions.sql");
    assertThat(scripts.getResources("V", new String[] {".java"})).isEmpty();
    assertThat(scripts.getResource("V0__unknown.sql")).isNull();
  }
}
