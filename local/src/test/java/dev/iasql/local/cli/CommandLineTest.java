package dev.iasql.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bogus                                | there is no command \"bogus\"",
        "stat                                 | Did you mean: iasql status",
        "up --bogus                           | Unknown option: '--bogus'",
        "up now                               | \"now\" is not expected here",
        "up --port-base ten                   | 'ten' is not an int",
        "up --port-base 80                    | the port base must be from 1024 to 65517, not 80",
        "up --aws --aws-endpoint http://x:1   | --aws and --aws-endpoint exclude each other",
        "up --aws --no-seed                   | --no-seed is about the AWS emulator",
        "up --profile p                       | --profile needs --aws",
        "up --aws-endpoint here               | wants an address like http://127.0.0.1:4566, not here",
        "up --regions                         | Missing required parameter for option '--regions'",
        "restart                              | Missing required parameter: 'PART'",
        "status --verbose                     | Try: ./iasql status --help",
      })
  void whatIsNotUnderstoodIsExplainedAndExitsWith2(String line, String message) {
    assertThat(execute(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up", "down", "status", "env", "logs", "psql", "start", "stop", "restart", "build", "test"
      })
  void everyCommandHasHelp(String command) {
    assertThat(execute(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: iasql " + command);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpNamesEveryCommandButTheInternalOne() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString())
        .contains("up ", "down ", "psql ", "restart ")
        .doesNotContain("supervise");
  }

  @Test
  void withoutCommandThereIsHelpAndExitCode2() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).startsWith("Usage: iasql");
  }

  @Test
  void theVersionNamesWhatIsInside() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString()).contains("iasql 1.", "Postgres 18.", "Kafka 4.2.", "moto 5.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"env", "psql", "start kafka", "stop kafka", "restart kafka"})
  void whatNeedsARunningSystemSaysHowToStartOne(String line, @TempDir Path state) {
    String[] words = (line + " --state-dir " + state).split(" ");
    assertThat(execute(words)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "iasql: nothing runs in " + state + ". Start it with: ./iasql up");
  }

  @Test
  void statusOfNothingExitsWith1(@TempDir Path state) {
    assertThat(execute("status", "--state-dir", state.toString())).isEqualTo(1);
    assertThat(out.toString()).isEqualToIgnoringNewLines("nothing runs in " + state);
  }

  @Test
  void stoppingNothingIsFine(@TempDir Path state) {
    assertThat(execute("down", "--state-dir", state.toString())).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("nothing runs in " + state);
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Iasql.commandLine(new Iasql(List.of()));
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
