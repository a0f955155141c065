package dev.iasql.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OptionsFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("clouds")
  void whatIsWrittenIsRead(Cloud cloud) {
    OptionsFile file = new OptionsFile(folder.resolve("options"));
    SystemOptions options =
        new SystemOptions(
            new PortPlan(20000),
            cloud,
            Optional.of("eu-west-1"),
            List.of("eu-west-1", "us-east-1"),
            false);

    file.write(options);

    assertThat(file.read()).contains(options);
  }

  static Stream<Cloud> clouds() {
    return Stream.of(
        new Cloud.Emulator(true),
        new Cloud.Emulator(false),
        new Cloud.Endpoint(URI.create("http://localhost:4566")),
        new Cloud.Aws(Optional.empty()),
        new Cloud.Aws(Optional.of("work")));
  }

  @Test
  void noRegionsStayNoRegions() {
    OptionsFile file = new OptionsFile(folder.resolve("options"));
    SystemOptions options =
        new SystemOptions(
            new PortPlan(20000),
            new Cloud.Aws(Optional.empty()),
            Optional.empty(),
            List.of(),
            true);

    file.write(options);

    assertThat(file.read()).contains(options);
  }

  @Test
  void aFolderNothingEverRanInHasNone() {
    assertThat(new OptionsFile(folder.resolve("options")).read()).isEmpty();
  }
}
