package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class UninstallIT extends TenantTest {
  @BeforeEach
  void install() throws SQLException {
    run("SELECT * FROM iasql_install('heron')");
  }

  @Test
  void removesTheTablesAndSaysWhatWasInThem() throws SQLException {
    seen("INSERT INTO public.pond VALUES ('p1'), ('p2'); INSERT INTO cloud.pond TABLE public.pond");
    assertThat(rows("SELECT * FROM iasql_uninstall('pond', 'heron', 'fish')"))
        .containsExactly("heron|null|null", "fish|fish|0", "pond|pond|2");
    assertThat(rows("SELECT * FROM iasql_modules_installed()")).isEmpty();
    assertThat(one("SELECT to_regclass('public.pond')")).isEqualTo("null");
    assertThat(one("SELECT to_regclass('cloud.fish')")).isEqualTo("null");
    run("SELECT * FROM iasql_install('heron')");
  }

  @Test
  void whatOthersNeedStays() throws SQLException {
    ServerErrorMessage error = refusal("SELECT * FROM iasql_uninstall('pond')");
    assertThat(error.getSQLState()).isEqualTo("IA009");
    assertThat(error.getMessage()).isEqualTo("module pond is needed by fish, heron");
    assertThat(error.getHint())
        .isEqualTo(
            "Uninstall them together: SELECT * FROM iasql_uninstall('fish', 'heron', 'pond').");
  }

  @Test
  void reasonsFollowWhatIsLeft() throws SQLException {
    run("SELECT * FROM iasql_uninstall('heron')");
    assertThat(rows("SELECT module_name, reason FROM iasql_modules_installed()"))
        .containsExactly("pond|needed by fish", "fish|no longer needed");
  }

  @Test
  void changesThatAreNotCommittedAreNotThrownAway() throws SQLException {
    seen(
        """
        INSERT INTO public.pond VALUES ('p1'), ('p2'), ('p3');
        INSERT INTO cloud.pond TABLE public.pond;
        INSERT INTO public.fish VALUES ('f1', 'p1', 1), ('f2', 'p2', 2);
        INSERT INTO cloud.fish TABLE public.fish;
        """);
    run("DELETE FROM pond WHERE pond_id = 'p3'");
    run("INSERT INTO pond VALUES (DEFAULT)");
    run("UPDATE fish SET weight = NULL WHERE fish_id = 'f1'");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_uninstall('heron', 'fish', 'pond')");
    assertThat(error.getSQLState()).isEqualTo("IA015");
    assertThat(error.getDetail())
        .isEqualTo("Changed rows: fish (1: f1 changed), pond (2: new-pond-1 created, p3 deleted).");
    assertThat(error.getHint())
        .contains("iasql_commit()")
        .contains("iasql_rollback()")
        .endsWith(
            "To throw them away: SELECT * FROM iasql_uninstall(true, 'heron', 'fish', 'pond').");
    assertThat(rows("SELECT fish_id FROM fish ORDER BY 1")).containsExactly("f1", "f2");
  }

  @Test
  void whatTheUserBuiltOnModulesIsNamed() throws SQLException {
    run("CREATE VIEW fishy AS SELECT * FROM fish");
    run("CREATE VIEW seen AS SELECT * FROM cloud.fish");
    run("CREATE VIEW mood AS SELECT heron_mood()");
    run("CREATE SCHEMA mine CREATE VIEW v AS SELECT * FROM public.hungry_heron");
    run("CREATE MATERIALIZED VIEW stuffed AS SELECT * FROM fish");
    run("CREATE TABLE hook (id text CONSTRAINT caught REFERENCES fish ON UPDATE CASCADE)");
    run("CREATE TABLE basket (content fish)");
    run("CREATE TABLE baskets (contents fish[])");
    run("CREATE TABLE diary (mood text DEFAULT heron_mood())");
    run("CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT count(*) FROM fish)");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_uninstall('heron', 'fish')");
    assertThat(error.getSQLState()).isEqualTo("IA017");
    assertThat(error.getDetail().split("; "))
        .containsExactly(
            "default value for public.diary.mood needs heron_mood",
            "function public.f() needs fish",
            "materialized view public.stuffed needs fish",
            "table column public.basket.content needs fish",
            "table column public.baskets.contents needs fish",
            "table constraint caught on public.hook needs fish",
            "view mine.v needs hungry_heron",
            "view public.fishy needs fish",
            "view public.mood needs heron_mood",
            "view public.seen needs fish.");
    assertThat(error.getHint())
        .isEqualTo(
            "Drop or change them first, or have them dropped: SELECT * FROM iasql_uninstall(true, 'heron', 'fish').");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()"))
        .containsExactly("pond", "fish", "heron");
  }

  @Test
  void evenAReaderIsInTheWayAndNamed() throws SQLException {
    try (Connection other = tenants.asUser(tenant)) {
      Sql.run(other, "BEGIN; SELECT * FROM fish");
      ServerErrorMessage error = refusal("SELECT * FROM iasql_uninstall('heron', 'fish')");
      assertThat(error.getSQLState()).isEqualTo("IA014");
      assertThat(error.getDetail()).contains("user " + tenant.name()).contains("holds fish");
    }
  }

  @Test
  void aModuleThatLeavesSomethingBehindIsNotHalfRemoved() throws SQLException {
    run("SELECT * FROM iasql_install('untidy')");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_uninstall('untidy')");
    assertThat(error.getSQLState()).isEqualTo("IA016");
    assertThat(error.getDetail()).isEqualTo("Its uninstall SQL left behind: untidy.");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()")).contains("untidy");
  }

  @Test
  void onlyTheFirstChangedRowsAreNamed() throws SQLException {
    run("INSERT INTO pond SELECT 'new-' || i FROM generate_series(1, 9) i");
    assertThat(refusal("SELECT * FROM iasql_uninstall('heron', 'fish', 'pond')").getDetail())
        .isEqualTo(
            "Changed rows: pond (9: new-1 created, new-2 created, new-3 created, new-4 created, new-5 created, …).");
  }

  @Test
  void forceThrowsAwayWhatIsInTheWayAndSaysWhatItWas() throws SQLException {
    run("INSERT INTO fish (fish_id) VALUES ('new-1')");
    run("CREATE VIEW fishy AS SELECT * FROM fish");
    run("CREATE VIEW more_fishy AS SELECT * FROM fishy");
    run("CREATE MATERIALIZED VIEW stuffed AS SELECT * FROM more_fishy");
    run("CREATE TABLE hook (id text CONSTRAINT caught REFERENCES fish ON UPDATE CASCADE)");
    run("CREATE TABLE basket (id int, content fish)");
    run("CREATE TABLE baskets (contents fish[])");
    run("CREATE TYPE pair AS (a int, b fish)");
    run("CREATE DOMAIN big_fish AS fish CHECK ((VALUE).weight > 9)");
    run("CREATE TABLE diary (mood text DEFAULT heron_mood(), day date)");
    run("CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT count(*) FROM fish)");
    run("CREATE TABLE guarded (id text); ALTER TABLE guarded ENABLE ROW LEVEL SECURITY");
    run("CREATE POLICY fishing ON guarded USING (id IN (SELECT fish_id FROM fish))");
    run("CREATE RULE noted AS ON INSERT TO guarded DO ALSO SELECT heron_mood()");
    String call = "iasql_uninstall(force => true, VARIADIC modules => ARRAY['heron', 'fish'])";
    List<String> answer = rows("SELECT module_name, table_name, record_count, lost FROM " + call);
    assertThat(answer.getLast()).isEqualTo("fish|fish|1|uncommitted changes (1: new-1 created)");
    assertThat(answer.getFirst().replaceFirst("heron\\|null\\|null\\|", "").split("; "))
        .containsExactlyInAnyOrder(
            "materialized view public.stuffed",
            "view public.more_fishy",
            "view public.fishy",
            "table constraint caught on public.hook",
            "table column public.basket.content",
            "table column public.baskets.contents",
            "composite type column public.pair.b",
            "domain constraint big_fish_check on public.big_fish",
            "type public.big_fish",
            "default value for public.diary.mood",
            "function public.f()",
            "policy fishing on public.guarded",
            "rule noted on public.guarded");
    run("INSERT INTO hook VALUES ('free'); INSERT INTO basket VALUES (1)");
    run("INSERT INTO diary (day) VALUES (now()); INSERT INTO guarded VALUES ('a')");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()")).containsExactly("pond");
  }

  @Test
  void forceIsNoWayAroundOtherModules() {
    assertThat(refusal("SELECT * FROM iasql_uninstall(true, 'pond')").getSQLState())
        .isEqualTo("IA009");
  }

  @Test
  void everyWayToCallMeansWhatItSays() throws SQLException {
    assertThat(rows("SELECT * FROM iasql_uninstall('heron')")).containsExactly("heron|null|null");
    assertThat(rows("SELECT * FROM iasql_uninstall(force => false, VARIADIC modules => '{fish}')"))
        .containsExactly("fish|fish|0|null");
    assertThat(rows("SELECT * FROM iasql_uninstall(true, 'pond')"))
        .containsExactly("pond|pond|0|null");
    assertThat(rows("SELECT arguments FROM iasql_requests() LIMIT 3"))
        .containsExactly("[true, \"pond\"]", "[false, \"fish\"]", "[\"heron\"]");
  }

  /** As an import would leave it. */
  private void seen(String sql) throws SQLException {
    try (Connection engine = tenants.asEngine(tenant)) {
      Sql.run(engine, sql);
    }
  }
}
