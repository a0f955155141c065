package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.event.Topics;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.RequestQueue;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.install.support.Pipeline;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.ServerErrorMessage;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class InstallIT extends TenantTest {
  @Test
  void bringsAlongWhatIsNeededAndSaysWhy() throws SQLException {
    assertThat(rows("SELECT module_name, reason FROM iasql_install('heron')"))
        .containsExactlyInAnyOrder(
            "pond|needed by fish", "fish|needed by heron", "heron|requested");
    assertThat(rows("SELECT module_name, module_version, reason FROM iasql_modules_installed()"))
        .containsExactly(
            "pond|1.0.0|needed by fish", "fish|1.1.0|needed by heron", "heron|1.0.0|requested");
    assertThat(rows("SELECT table_name, module_name FROM iasql.module_table ORDER BY 1"))
        .containsExactly("fish|fish", "pond|pond");
    assertThat(one("SELECT heron_mood()")).isEqualTo("grim; patient");
    run("INSERT INTO fish (pond_id) SELECT pond_id FROM pond");
  }

  @Test
  void planSaysTheSameWithoutDoingIt() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    assertThat(
            rows(
                "SELECT \"order\", module_name, module_version, action, reason, tables"
                    + " FROM iasql_install_plan('heron', 'pond', 'fish@1.0.0')"))
        .containsExactly(
            "1|pond|1.0.0|keep|already installed|{pond}",
            "2|fish|1.0.0|install|requested|{fish}",
            "3|heron|1.0.0|install|requested|{}");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()")).containsExactly("pond");
  }

  @Test
  void listShowsTheNewestVersionAndAnOlderOneThatIsInstalled() throws SQLException {
    run("SELECT * FROM iasql_install('fish@1.0.0')");
    assertThat(
            rows(
                "SELECT module_name, module_version, dependencies, manages, installed"
                    + " FROM iasql_modules_list() WHERE module_name IN ('fish', 'pond', 'lake')"))
        .containsExactly(
            "fish|1.1.0|{pond}|{Test::Water::fish}|f",
            "fish|1.0.0|{pond}|{Test::Water::fish}|t",
            "lake|1.0.0|{}|{Test::Water::pond}|f",
            "pond|1.0.0|{}|{Test::Water::pond}|t");
  }

  @Test
  void listShowsWhatModulesProvideAndWithWhomTheyConflict() throws SQLException {
    assertThat(
            rows(
                "SELECT module_name, provides, conflicts FROM iasql_modules_list()"
                    + " WHERE module_name IN ('tank', 'bucket', 'lake')"))
        .containsExactly(
            "bucket|{}|{bowl,puddle,sticky,tank}",
            "lake|{}|{pond}",
            "tank|{waters@1.0.0}|{bowl,bucket,puddle,sticky}");
  }

  @Test
  void treeShowsWhatAModuleNeedsAndWhatMeetsIt() throws SQLException {
    run("SELECT * FROM iasql_install('tank')");
    assertThat(rows("SELECT * FROM iasql_module_tree('newt')"))
        .containsExactly(
            "0|newt|1.0.0|null|not installed|newt@1.0.0",
            "1|tank|1.0.0|^1.0.0|installed, provides waters|  tank@1.0.0",
            "2|pond|1.0.0|^1.0.0|installed|    pond@1.0.0");
    assertThat(rows("SELECT tree FROM iasql_module_tree('fish@1.0.0')"))
        .containsExactly("fish@1.0.0", "  pond@1.0.0");
  }

  @Test
  void aCapabilityIsMetByTheModuleThatHasIt() throws SQLException {
    run("SELECT * FROM iasql_install('bowl')");
    assertThat(rows("SELECT module_name, reason FROM iasql_install('newt')"))
        .containsExactly("newt|requested");
    assertThat(rows("SELECT module_name, reason FROM iasql_modules_installed()"))
        .containsExactly("bowl|requested", "newt|requested");
    assertThat(rows("SELECT * FROM iasql.module_dependency"))
        .containsExactly("newt|bowl|^1.0.0|waters");
    assertThat(refusal("SELECT * FROM iasql_uninstall('bowl')").getMessage())
        .isEqualTo("module bowl is needed by newt");
  }

  @Test
  void whatIsInstalledIsReportedAndNotTouched() throws SQLException {
    run("SELECT * FROM iasql_install('fish')");
    run("INSERT INTO pond VALUES (DEFAULT), (DEFAULT)");
    assertThat(rows("SELECT * FROM iasql_install('pond', 'fish', 'pond')"))
        .containsExactly("pond|pond|2|already installed", "fish|fish|0|already installed");
    assertThat(rows("SELECT module_name, reason FROM iasql_modules_installed()"))
        .containsExactly("pond|requested", "fish|requested");
  }

  @Test
  void anotherVersionThanTheInstalledIsRefused() throws SQLException {
    run("SELECT * FROM iasql_install('fish@1.0.0')");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_install('fish@1.1.0')");
    assertThat(error.getSQLState()).isEqualTo("IA007");
    assertThat(error.getDetail()).contains("installed is fish@1.0.0");
  }

  @Test
  void modulesThatFightOverAResourceAreRefused() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_install('lake')");
    assertThat(error.getSQLState()).isEqualTo("IA008");
    assertThat(error.getDetail()).isEqualTo("Both claim the resource type Test::Water::pond.");
  }

  @Test
  void aNameOfTheUserIsNamedAndTheWayOutWorks() throws SQLException {
    isInTheWay("CREATE TABLE pond (id int)", "TABLE", "pond");
    isInTheWay("CREATE VIEW pond AS SELECT 1 AS one", "VIEW", "pond");
    isInTheWay("CREATE SEQUENCE pond", "SEQUENCE", "pond");
    isInTheWay("CREATE DOMAIN pond AS int", "DOMAIN", "pond");
    isInTheWay("CREATE TYPE pond AS ENUM ('a')", "TYPE", "pond");
    isInTheWay("CREATE TYPE fish AS (a int)", "TYPE", "fish");
    isInTheWay(
        "CREATE MATERIALIZED VIEW hungry_heron AS SELECT 1 AS one",
        "MATERIALIZED VIEW",
        "hungry_heron");
    isInTheWay(
        "CREATE FUNCTION heron_mood(i int) RETURNS int LANGUAGE sql RETURN i",
        "FUNCTION",
        "heron_mood(integer)");
  }

  private void isInTheWay(String statement, String kind, String identity) throws SQLException {
    run(statement);
    String name = identity.replaceFirst("\\(.*", "");
    String rename = "ALTER %s public.%s RENAME TO my_%s".formatted(kind, identity, name);
    ServerErrorMessage error = refusal("SELECT * FROM iasql_install('heron')");
    assertThat(error.getSQLState()).isEqualTo("IA011");
    assertThat(error.getMessage())
        .isEqualTo(
            "the name %s is taken by a %s of %s"
                .formatted(name, kind.toLowerCase(Locale.ROOT), tenant.name()));
    assertThat(error.getHint())
        .isEqualTo("Rename it: %s; then call iasql_install again.".formatted(rename));
    assertThat(rows("SELECT * FROM iasql.module")).isEmpty();
    run(rename);
    run("SELECT * FROM iasql_install('heron')");
    run("SELECT * FROM iasql_uninstall('heron', 'fish', 'pond')");
    run("DROP %s my_%s".formatted(kind, identity));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "failing | PostgreSQL says: division by zero (22012).",
        "forgetful | Its install SQL did not make: forgetful.",
        "keyless | Tables in both schemas need a primary key: keyless.",
        "lying | PostgreSQL says: shutting down (38000).",
        "committing | PostgreSQL says: EXECUTE of transaction commands is not implemented (0A000).",
        "climbing | PostgreSQL says: cannot set parameter \"role\" within security-definer function (42501)."
      })
  void aBrokenModuleLeavesNothingBehind(String module, String detail) throws SQLException {
    ServerErrorMessage error = refusal("SELECT * FROM iasql_install('%s')".formatted(module));
    assertThat(error.getSQLState()).isEqualTo("IA016");
    assertThat(error.getMessage()).isEqualTo("module %s@1.0.0 is broken".formatted(module));
    assertThat(error.getDetail()).isEqualTo(detail);
    assertThat(rows("SELECT * FROM iasql.module")).isEmpty();
    assertThat(
            rows(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
        .isEmpty();
  }

  @Test
  void anImportThatFailsAsAWholeIsTakenBack() throws SQLException {
    Fault refused =
        new Fault(ErrorCode.AWS_CREDENTIALS, "AWS refused the credentials", "Expired.", "Renew.");
    use(new Pipeline(tenant, tenants.rounds(), work -> undo(work, refused)));
    ServerErrorMessage error = refusal("SELECT * FROM iasql_install('fish')");
    assertThat(error.getSQLState()).isEqualTo("IA020");
    assertThat(error.getMessage()).isEqualTo("AWS refused the credentials");
    assertThat(error.getDetail()).isEqualTo("Expired.");
    assertThat(error.getHint()).isEqualTo("Renew.");
    assertThat(rows("SELECT * FROM iasql.module")).isEmpty();
    assertThat(one("SELECT to_regclass('public.fish')")).isEqualTo("null");
    assertThat(one("SELECT to_regclass('cloud.pond')")).isEqualTo("null");
  }

  @Test
  void whatCannotBeTakenBackIsImportedByTheNextInstallation() throws SQLException {
    Fault refused = new Fault(ErrorCode.AWS_CREDENTIALS, "AWS refused the credentials", null, null);
    use(
        new Pipeline(
            tenant,
            tenants.rounds(),
            work -> {
              try (Connection other = tenants.asUser(tenant)) {
                Sql.run(other, "CREATE VIEW fishy AS SELECT * FROM fish");
              }
              return undo(work, refused);
            }));
    ServerErrorMessage error = refusal("SELECT * FROM iasql_install('fish')");
    assertThat(error.getSQLState()).isEqualTo("IA020");
    assertThat(error.getDetail())
        .isEqualTo(
            "The empty tables of fish, pond stay, because objects of yours need what the module would take away.");
    assertThat(rows("SELECT * FROM iasql_modules_installed()")).isEmpty();

    use(new Pipeline(tenant, tenants.rounds()));
    assertThat(rows("SELECT module_name FROM iasql_install('fish')"))
        .containsExactlyInAnyOrder("pond", "fish");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()"))
        .containsExactly("pond", "fish");
  }

  @Test
  void aLockOfAnotherSessionIsNamed() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    try (Connection other = tenants.asUser(tenant)) {
      Sql.run(other, "SET application_name = 'a forgotten window'; BEGIN");
      Sql.run(other, "INSERT INTO pond VALUES (DEFAULT)");
      int pid = Integer.parseInt(Sql.one(other, "SELECT pg_backend_pid()"));
      ServerErrorMessage error = refusal("SELECT * FROM iasql_install('fish')");
      assertThat(error.getSQLState()).isEqualTo("IA014");
      assertThat(error.getDetail())
          .matches(
              "process %d, user %s, application \"a forgotten window\", in a transaction since 20..-.*, holds pond\\."
                  .formatted(pid, tenant.name()));
      assertThat(error.getHint()).contains("SELECT pg_terminate_backend(%d)".formatted(pid));
      run("SELECT pg_terminate_backend(%d)".formatted(pid));
    }
    run("SELECT * FROM iasql_install('fish')");
  }

  @Test
  void aReaderOfATableDoesNotHinderItsNeighbours() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    try (Connection other = tenants.asUser(tenant)) {
      Sql.run(other, "BEGIN; SELECT * FROM pond");
      assertThat(rows("SELECT module_name FROM iasql_install('fish')")).containsExactly("fish");
    }
  }

  @Test
  void aTableThatAnotherSessionIsJustMakingIsWaitedForAndNamed() throws SQLException {
    try (Connection other = tenants.asUser(tenant)) {
      Sql.run(other, "BEGIN; CREATE TABLE pond (id int)");
      ServerErrorMessage error = refusal("SELECT * FROM iasql_install('pond')");
      assertThat(error.getSQLState()).isEqualTo("IA014");
      assertThat(error.getDetail()).contains("holds something not committed yet");
      Sql.run(other, "ROLLBACK");
    }
  }

  @Test
  void newsOfEveryStepIsPublished() throws SQLException {
    run("SELECT * FROM iasql_install('fish')");
    run("SELECT * FROM iasql_uninstall('fish')");
    String name = tenant.name().value();
    await()
        .untilAsserted(
            () -> {
              assertThat(broker.published(Topics.REQUESTS, name))
                  .extracting(event -> event.value())
                  .containsExactly(
                      "{\"tenant\":\"%s\",\"request_id\":1,\"function\":\"iasql_install\",\"stage\":\"import\"}"
                          .formatted(name));
              assertThat(broker.published(Topics.INSTALLATIONS, name))
                  .extracting(event -> event.value())
                  .containsExactly(
                      "{\"tenant\":\"%s\",\"request_id\":1,\"change\":\"created\",\"modules\":[\"pond@1.0.0\",\"fish@1.1.0\"]}"
                          .formatted(name),
                      "{\"tenant\":\"%s\",\"request_id\":2,\"change\":\"removed\",\"modules\":[\"fish@1.1.0\"]}"
                          .formatted(name));
              assertThat(broker.published(Topics.RESULTS, name))
                  .extracting(event -> event.value())
                  .containsExactly(
                      "{\"tenant\":\"%s\",\"request_id\":1,\"function\":\"iasql_install\",\"state\":\"queued\",\"next_stage\":\"import\"}"
                          .formatted(name),
                      "{\"tenant\":\"%s\",\"request_id\":2,\"function\":\"iasql_uninstall\",\"state\":\"done\"}"
                          .formatted(name));
            });
  }

  private static Outcome undo(Work work, Fault fault) {
    ObjectNode next = work.request().work().deepCopy();
    next.set("fault", RequestQueue.json(fault));
    return new Outcome.Next(Stage.UNDO, next);
  }
}
