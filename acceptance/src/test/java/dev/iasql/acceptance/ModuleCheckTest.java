package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a module's SQL tries, the check finds it before anybody can install it. */
class ModuleCheckTest {
  private static final String INSTALL = "install.sql";
  private final IasqlSystem system = IasqlSystem.shared();
  @TempDir private Path folder;

  static Stream<Arguments> badModules() {
    ModuleFiles good = ModuleFiles.of("bad_module", "1.0.0");
    return Stream.of(
        Arguments.of("leaves its transaction", good.and(INSTALL, "COMMIT;\n")),
        Arguments.of("makes a role", good.and(INSTALL, "CREATE ROLE evil SUPERUSER;\n")),
        Arguments.of(
            "becomes another role",
            good.and(
                INSTALL, "RESET ROLE; RESET SESSION AUTHORIZATION; DELETE FROM iasql.module;\n")),
        Arguments.of("adds an extension", good.and(INSTALL, "CREATE EXTENSION file_fdw;\n")),
        Arguments.of(
            "writes the platform's tables", good.and(INSTALL, "DELETE FROM iasql.request;\n")),
        Arguments.of(
            "makes a table in schema iasql",
            good.and(INSTALL, "CREATE TABLE iasql.evil (a int);\n")),
        Arguments.of(
            "makes a table in schema cloud",
            good.and(INSTALL, "CREATE TABLE cloud.evil (a int);\n")),
        Arguments.of(
            "runs a program", good.and(INSTALL, "COPY bad_module_note FROM PROGRAM 'id';\n")),
        Arguments.of(
            "replaces a function of the platform",
            good.and(
                INSTALL,
                "CREATE OR REPLACE FUNCTION public.iasql_version() RETURNS text LANGUAGE sql RETURN 'evil';\n")),
        Arguments.of(
            "makes what it does not declare", good.and(INSTALL, "CREATE TABLE secret (a int);\n")),
        Arguments.of(
            "declares what it does not make",
            good.with(INSTALL, "SELECT 1;\n").with("uninstall.sql", "SELECT 1;\n")),
        Arguments.of(
            "uses what it does not depend on",
            good.with(
                INSTALL,
                "CREATE TABLE bad_module_note (note text PRIMARY KEY, vpc_id text, region text, account_id text, FOREIGN KEY (vpc_id, region, account_id) REFERENCES vpc);\n")),
        Arguments.of("leaves something behind", good.with("uninstall.sql", "SELECT 1;\n")),
        Arguments.of("fails its own test", good.with("tests/10-smoke.sql", "SELECT 1 / 0;\n")),
        Arguments.of("does not parse", good.with(INSTALL, "CREATE TABEL;\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badModules")
  void isRefused(String what, ModuleFiles module) {
    CommandLine.Result check = system.module("check", module.writeInto(folder).toString());

    assertThat(check.exitCode()).as("%s%n%s", what, check.output()).isEqualTo(1);
    assertThat(check.output()).as(what).contains("bad_module 1.0.0 breaks the rules for modules");
  }

  @Test
  void publishingDoesNotGetPastTheCheck() {
    ModuleFiles module =
        ModuleFiles.of("unpublished_module", "1.0.0")
            .and(INSTALL, "CREATE TABLE secret (a int);\n");

    CommandLine.Result publish = system.module("publish", module.writeInto(folder).toString());

    assertThat(publish.exitCode()).isEqualTo(1);
    assertThat(publish.output()).contains("broken", "secret", "nothing was published");
    assertThat(system.api("GET", "/modules/unpublished_module", null).statusCode()).isEqualTo(404);
  }

  @Test
  void theExampleThatComesWithIasqlKeepsTheRules() {
    CommandLine.Result check = system.module("check", "aws-modules/sql-modules/aws_network_simple");

    assertThat(check.exitCode()).as(check.output()).isZero();
  }

  @Test
  void theCheckLeavesNoDatabaseBehind() {
    system
        .module("check", ModuleFiles.of("tidy_module", "1.0.0").writeInto(folder).toString())
        .orFail();

    // They are taken away after the answer.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(databases()).noneMatch(name -> name.startsWith("check_")));
  }

  private List<String> databases() {
    return IasqlSystem.json(system.api("GET", "/databases?limit=200", null))
        .get("items")
        .findValuesAsText("name");
  }
}
