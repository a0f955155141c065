package dev.iasql.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.SystemOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class UpCommandTest {

  @Test
  void byDefaultItStartsASeededEmulatorAndTheDemo() {
    SystemOptions options = options("up");

    assertThat(options.ports().base()).isEqualTo(15430);
    assertThat(options.cloud()).isEqualTo(new Cloud.Emulator(true));
    assertThat(options.awsEndpoint()).contains("http://127.0.0.1:15435");
    assertThat(options.region()).contains("us-east-1");
    assertThat(options.regions()).containsExactly("us-east-1", "us-west-2", "eu-west-1");
    assertThat(options.demo()).isTrue();
  }

  @Test
  void regionsAreSeparatedByCommasAndTheFirstIsTheDefault() {
    SystemOptions options =
        options("up", "--regions", "eu-west-1,us-east-1", "--no-seed", "--no-demo");

    assertThat(options.regions()).containsExactly("eu-west-1", "us-east-1");
    assertThat(options.region()).contains("eu-west-1");
    assertThat(options.cloud()).isEqualTo(new Cloud.Emulator(false));
    assertThat(options.demo()).isFalse();
  }

  @Test
  void anotherEmulatorIsUsedWhereItRuns() {
    SystemOptions options =
        options("up", "--aws-endpoint", "http://localhost:4566", "--region", "eu-west-1");

    assertThat(options.cloud()).isEqualTo(new Cloud.Endpoint(URI.create("http://localhost:4566")));
    assertThat(options.awsEndpoint()).contains("http://localhost:4566");
    assertThat(options.region()).contains("eu-west-1");
  }

  @Test
  void forTheUsersAccountNothingIsChosenThatTheUserDidNotChoose() {
    SystemOptions options = options("up", "--aws", "--profile", "work");

    assertThat(options.cloud()).isEqualTo(new Cloud.Aws(Optional.of("work")));
    assertThat(options.awsEndpoint()).isEmpty();
    assertThat(options.region()).isEmpty();
    assertThat(options.regions()).isEqualTo(List.of());
  }

  @Test
  void thePortBaseMovesTheEmulatorToo() {
    assertThat(options("up", "--port-base", "20000").awsEndpoint())
        .contains("http://127.0.0.1:20005");
  }

  private static SystemOptions options(String... arguments) {
    CommandLine commandLine = Iasql.commandLine(new Iasql(List.of()));
    CommandLine up = commandLine.parseArgs(arguments).subcommand().commandSpec().commandLine();
    return ((UpCommand) up.getCommand()).options();
  }
}
