package dev.iasql.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MavenModuleTest {
  private static final Instant BUILT = Instant.parse("2026-01-02T00:00:00Z");
  private static final Instant BEFORE = BUILT.minusSeconds(60);
  private static final Instant AFTER = BUILT.plusSeconds(60);

  @TempDir private Path checkout;

  @BeforeEach
  void everythingIsBuilt() throws IOException {
    write("pom.xml", "<project/>", BEFORE);
    write("core/src/main/java/A.java", "", BEFORE);
    write("aws-modules/src/main/java/B.java", "", BEFORE);
    write("gateway/pom.xml", "<artifactId>iasql-core</artifactId>", BEFORE);
    write("gateway/src/main/java/C.java", "", BEFORE);
    write("gateway/target/quarkus-app/quarkus-run.jar", "", BUILT);
  }

  @Test
  void whatIsNewerThanItsSourcesIsNotStale() {
    assertThat(gateway().isStale()).isFalse();
  }

  @Test
  void whatWasNeverBuiltIsStale() throws IOException {
    Files.delete(checkout.resolve("gateway/target/quarkus-app/quarkus-run.jar"));
    assertThat(gateway().isStale()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "gateway/pom.xml",
        "gateway/src/main/java/C.java",
        "core/src/main/java/A.java"
      })
  void aNewerSourceMakesItStale(String source) throws IOException {
    Files.setLastModifiedTime(checkout.resolve(source), FileTime.from(AFTER));
    assertThat(gateway().isStale()).isTrue();
  }

  @Test
  void aLibraryItDoesNotUseDoesNot() throws IOException {
    write("aws-modules/src/main/java/B.java", "", AFTER);
    assertThat(gateway().isStale()).isFalse();

    write("gateway/pom.xml", "<artifactId>iasql-aws-modules</artifactId>", BEFORE);
    assertThat(gateway().isStale()).isTrue();
  }

  private MavenModule gateway() {
    return new MavenModule(checkout, "gateway");
  }

  private void write(String path, String text, Instant time) throws IOException {
    Path file = checkout.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    for (Path at = file; !at.equals(checkout); at = at.getParent()) {
      Files.setLastModifiedTime(at, FileTime.from(time));
    }
  }
}
