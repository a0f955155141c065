package dev.iasql.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BuildProgressTest {
  private final List<String> shown = new ArrayList<>();

  @Test
  void eachModuleIsOneLineWithItsSecondsAndDownloads() {
    BuildProgress progress = new BuildProgress(shown::add);

    progress.line("[INFO] Scanning for projects...");
    progress.line(
        "[INFO] Building IaSQL core 1.0.0-SNAPSHOT                                   [2/3]");
    progress.line("[INFO] Downloading from central: https://example.org/a.jar");
    progress.line("[INFO] Downloaded from central: https://example.org/a.jar (1 kB at 2 kB/s)");
    progress.line("[INFO] Building jar: /somewhere/core.jar");
    assertThat(shown).isEmpty();

    progress.line(
        "[INFO] Building IaSQL gateway 1.0.0-SNAPSHOT                                [3/3]");
    assertThat(shown)
        .hasSize(1)
        .first()
        .asString()
        .matches(" {2}2/3 IaSQL core +0\\.\\d s, 1 files downloaded");

    progress.end();
    assertThat(shown).hasSize(2).last().asString().matches(" {2}3/3 IaSQL gateway +0\\.\\d s");
  }
}
