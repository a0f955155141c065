package dev.iasql.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ModuleCommandTest {
  private static final String CHECK = "POST /api/v1/modules/check";
  private static final String PUBLISH = "POST /api/v1/modules";
  private static final String PASSED = "{\"passed\": true, \"findings\": []}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private StubGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = new StubGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void newWritesAModuleWithItsNameEverywhere() throws IOException {
    assertThat(execute("module", "new", "shop_report", "--into", folder.toString())).isZero();

    Path version = folder.resolve("shop_report/1.0.0");
    assertThat(out.toString()).contains("The module is in " + version, "./iasql module check ");
    assertThat(Files.readString(version.resolve("module.yaml"))).startsWith("name: shop_report\n");
    assertThat(Files.readString(version.resolve("install.sql")))
        .contains("CREATE TABLE shop_report_note (")
        .doesNotContain("${");
    assertThat(version.resolve("uninstall.sql")).exists();
    assertThat(version.resolve("README.md")).exists();
    assertThat(version.resolve("tests/10-smoke.sql")).exists();
  }

  @Test
  void newRefusesWhatIsNoName() {
    assertThat(execute("module", "new", "Shop", "--into", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("iasql: \"Shop\" cannot name a module")
        .contains("Try: ./iasql module new --help");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void newLeavesAFolderThatIsThereAlone() throws IOException {
    Path mine = Files.writeString(Files.createDirectory(folder.resolve("shop")).resolve("a"), "a");

    assertThat(execute("module", "new", "shop", "--into", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("shop exists already. Choose another name");
    assertThat(mine.getParent()).isDirectoryContaining(mine::equals);
  }

  @Test
  void checkSendsTheBundleAndPassesWithoutFindings() {
    gateway.on(CHECK, 200, PASSED);

    assertThat(module("check")).isZero();
    assertThat(out.toString()).endsWith("shop 1.0.0 keeps the rules for modules.\n");
    assertThat(gateway.calls())
        .containsExactly("POST /api/v1/modules/check application/zip Bearer secret");
  }

  @Test
  void checkShowsFindingsAsATableAndExitsWith1() {
    gateway.on(
        CHECK,
        200,
        """
        {"passed": false, "findings": [
          {"rule": "installs", "passed": true, "message": "It does."},
          {"rule": "declares-only", "passed": false, "message": "It makes a table,\\nwhich it does not declare.",
            "where": "public.fruit"}]}
        """);

    assertThat(module("check")).isEqualTo(1);
    assertThat(out.toString())
        .endsWith(
            """
            RULE           RESULT  WHERE         MESSAGE
            installs       kept                  It does.
            declares-only  broken  public.fruit  It makes a table, which it does not declare.
            shop 1.0.0 breaks the rules for modules; nothing was published.
            """);
  }

  @Test
  void aProblemIsItsDetailAndItsHint() {
    gateway.on(
        CHECK,
        413,
        "{\"title\": \"Too large.\", \"detail\": \"it has 2 MiB\", \"hint\": \"Make it smaller.\"}");

    assertThat(module("check")).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("iasql: it has 2 MiB\nHint: Make it smaller.\n");
  }

  @Test
  void whatIsNoGatewayIsSaid() {
    assertThat(module("check")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("iasql: " + gateway.address() + " answered with status 404\n");
  }

  @Test
  void publishChecksFirst() {
    gateway.on(CHECK, 200, PASSED);
    gateway.on(PUBLISH, 201, "{\"name\": \"shop\"}");

    assertThat(module("publish")).isZero();
    assertThat(out.toString()).endsWith("shop 1.0.0 is published.\n");
    assertThat(gateway.calls())
        .extracting(call -> call.split(" a")[0])
        .containsExactly(CHECK, PUBLISH);
  }

  @Test
  void publishStopsAtFindings() {
    gateway.on(
        CHECK,
        200,
        "{\"passed\": false, \"findings\": [{\"rule\": \"tests\", \"passed\": false}]}");

    assertThat(module("publish")).isEqualTo(1);
    assertThat(out.toString()).contains("RULE   RESULT  WHERE  MESSAGE\ntests  broken\n");
    assertThat(gateway.calls()).hasSize(1);
  }

  @Test
  void uncheckedPublishesAtOnceAndTheSameAgainIsFine() {
    gateway.on(PUBLISH, 200, "{\"name\": \"shop\"}");

    assertThat(module("publish", "--unchecked")).isZero();
    assertThat(out.toString())
        .endsWith("shop 1.0.0 was published before, with the same content.\n");
    assertThat(gateway.calls()).hasSize(1);
  }

  @Test
  void listFollowsThePages() {
    String call = "GET /api/v1/modules?limit=200";
    gateway.on(
        call,
        200,
        "{\"items\": [{\"name\": \"aws_vpc\", \"version\": \"1.0.0\", \"summary\": \"Networks\", \"conflicts\": [{\"module\": \"aws_vpc_lean\", \"over\": [\"the relation vpc\"]}]}], \"next\": \"b c\"}");
    gateway.on(
        call + "&cursor=b+c",
        200,
        "{\"items\": [{\"name\": \"shop\", \"version\": \"2.0.0\", \"summary\": \"Sales\"}]}");

    assertThat(execute("module", "list", "--api", gateway.address() + "/api/v1", "--token", "t"))
        .isZero();
    assertThat(out)
        .hasToString(
            """
            NAME     VERSION  SUMMARY   CONFLICTS
            aws_vpc  1.0.0    Networks  aws_vpc_lean
            shop     2.0.0    Sales
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "check", "publish", "list"})
  void everyCommandHasHelp(String command) {
    assertThat(execute("module", command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: iasql module " + command);
  }

  @Test
  void withoutACommandThereIsHelp() {
    assertThat(execute("module")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Usage: iasql module").contains("publish");
  }

  @Test
  void withoutASystemThereIsNothingToCheckWith() {
    execute("module", "new", "shop", "--into", folder.toString());
    assertThat(
            execute(
                "module",
                "check",
                folder.resolve("shop").toString(),
                "--state-dir",
                folder.toString()))
        .isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("iasql: nothing runs in " + folder + ". Start it with: ./iasql up\n");
  }

  @Test
  void anAddressNeedsToBeOneAndAToken() {
    execute("module", "new", "shop", "--into", folder.toString());
    String module = folder.resolve("shop").toString();

    assertThat(execute("module", "check", module, "--api", "here")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--api wants an address like http://127.0.0.1:15430, not here");
  }

  /** A subcommand on a new module, with the stub as the system. */
  private int module(String command, String... options) {
    execute("module", "new", "shop", "--into", folder.toString());
    return execute(
        Stream.concat(
                Stream.of(
                    "module",
                    command,
                    folder.resolve("shop").toString(),
                    "--api",
                    gateway.address(),
                    "--token",
                    "secret"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Iasql.commandLine(new Iasql(List.of()));
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
