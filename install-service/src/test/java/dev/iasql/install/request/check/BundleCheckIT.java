package dev.iasql.install.request.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.install.support.Broker;
import dev.iasql.install.support.Pipeline;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.SqlModules;
import dev.iasql.install.support.Tenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class BundleCheckIT {
  private static final ModuleBundle PARK = SqlModules.PARK;

  @Inject Tenants tenants;
  @Inject Broker broker;

  private Tenant tenant;
  private Connection engine;
  private Pipeline pipeline;
  private SchemaSnapshot before;

  @BeforeEach
  void open() throws SQLException {
    broker.publishModules();
    tenant = tenants.ready("laboratory");
    engine = tenants.asEngine(tenant);
    pipeline = new Pipeline(tenant, tenants.rounds());
    before = SchemaSnapshot.of(engine);
  }

  @AfterEach
  void theDatabaseIsAsItWas() throws SQLException {
    assertThat(SchemaSnapshot.of(engine).since(before)).isEmpty();
    assertThat(Sql.rows(engine, "SELECT name FROM iasql.module")).isEmpty();
    pipeline.close();
    engine.close();
  }

  @Test
  void aGoodBundleKeepsEveryRule() throws SQLException {
    assertThat(
            check(
                PARK,
                Map.of(
                    "tests/dig.sql",
                    "INSERT INTO park (name) VALUES ('a'); DO $$ BEGIN ASSERT (SELECT count(*) FROM pond) = 1; END $$")))
        .containsExactly(
            "installs|t|The module is installed.|install.sql",
            "declares-all|t|Nothing is wrong.|null",
            "declares-only|t|Nothing is wrong.|null",
            "names|t|Nothing is wrong.|null",
            "rights|t|Nothing is wrong.|null",
            "dependencies|t|Nothing is wrong.|null",
            "tests|t|The test passed.|tests/dig.sql",
            "uninstall-clean|t|Nothing is wrong.|null");
  }

  @Test
  void allThatIsWrongIsFoundAtOnce() throws SQLException {
    ModuleBundle bad =
        SqlModules.of(
            "bad",
            Map.of("pond", "^1.0.0"),
            new Provides(
                List.of("bad", "promised"), List.of(), List.of("bad_fish"), List.of(), null),
            """
            CREATE TABLE bad ("Id" int PRIMARY KEY);
            CREATE TABLE worse (id int);
            CREATE FUNCTION bad_fish() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS
              'BEGIN RETURN (SELECT count(*) FROM public.fish); END';
            """,
            "DROP FUNCTION bad_fish(); DROP TABLE bad;");
    assertThat(
            check(
                bad,
                Map.of(
                    "tests/a.sql", "SELECT 1/0",
                    "tests/b.sql", "SELECT 1",
                    "tests/c.sql", "SELECT\n\nmissing FROM bad",
                    "tests/d.sql", "COMMIT")))
        .containsExactly(
            "installs|t|The module is installed.|install.sql",
            "declares-all|f|It does not make table promised.|install.sql",
            "declares-only|f|It made table public.worse.|install.sql",
            "names|f|The name \"Id\" is not plain: lower-case letters, digits and underscores.|public.bad",
            "rights|f|A SECURITY DEFINER function needs SET search_path = public, pg_temp.|public.bad_fish()",
            "dependencies|f|function public.bad_fish() uses fish, which belongs to fish, no declared dependency.|public.bad_fish()",
            "tests|f|division by zero (22012).|tests/a.sql",
            "tests|t|The test passed.|tests/b.sql",
            "tests|f|column \"missing\" does not exist (42703).|tests/c.sql line 3",
            "tests|f|EXECUTE of transaction commands is not implemented (0A000).|tests/d.sql",
            "uninstall-clean|f|It leaves table public.worse behind.|uninstall.sql");
  }

  @Test
  void whatIsThereByChanceCannotBeUsed() throws SQLException {
    try (Connection user = tenants.asUser(tenant)) {
      Sql.run(user, "SELECT * FROM iasql_install('fish')");
      Sql.run(user, "CREATE TABLE mine (id int PRIMARY KEY); GRANT REFERENCES ON mine TO PUBLIC");
      ModuleBundle greedy =
          SqlModules.of(
              "greedy",
              Map.of("pond", "^1.0.0"),
              new Provides(List.of("greedy"), List.of("greed"), List.of(), List.of(), null),
              """
              CREATE TABLE greedy (
                fish_id text REFERENCES fish, pond_id text REFERENCES pond, mine int REFERENCES mine);
              CREATE VIEW greed AS SELECT fish_id FROM cloud.fish JOIN cloud.pond USING (pond_id);
              """,
              "DROP VIEW greed; DROP TABLE greedy;");
      assertThat(check(greedy, Map.of()))
          .filteredOn(finding -> finding.startsWith("dependencies"))
          .containsExactly(
              "dependencies|f|table public.greedy uses table public.fish, which belongs to fish, no declared dependency.|table public.greedy",
              "dependencies|f|table public.greedy uses table public.mine, which belongs to no module.|table public.greedy",
              "dependencies|f|view public.greed uses table cloud.fish, which belongs to fish, no declared dependency.|view public.greed");
      Sql.run(user, "DROP TABLE mine");
      Sql.run(user, "SELECT * FROM iasql_uninstall('fish', 'pond')");
    }
  }

  @Test
  void sqlThatFailsIsNamedWithItsLine() throws SQLException {
    assertThat(check(SqlModules.also("broken", "\nCREATE TABLE x (id nonsense);"), Map.of()))
        .containsExactly("installs|f|type \"nonsense\" does not exist (42704).|install.sql line 3");
  }

  @Test
  void aDependencyThatDoesNotExistIsNamed() throws SQLException {
    ModuleBundle lonely =
        SqlModules.of(
            "lonely",
            Map.of("nowhere", "^1.0.0"),
            Provides.tables(List.of(), List.of()),
            "SELECT 1",
            "SELECT 1");
    List<String> findings = check(lonely, Map.of());
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst()).startsWith("dependencies|f|").contains("nowhere");
  }

  @Test
  void aManifestThatBreaksTheRulesIsNotTried() throws SQLException {
    List<String> findings = check(SqlModules.also("Loud", ""), Map.of());
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst()).startsWith("names|f|").endsWith("|module.yaml");
  }

  @Test
  void aMigrationMustLeadToWhatAFreshInstallationIs() throws SQLException {
    broker.publish(
        SqlModules.of(
            "lawn",
            Map.of("pond", "^1.0.0"),
            Provides.tables(List.of("lawn"), List.of()),
            "CREATE TABLE lawn (id int PRIMARY KEY, colour text NOT NULL)",
            "DROP TABLE lawn"));
    String good =
        "ALTER TABLE lawn RENAME colour TO color; ALTER TABLE lawn ADD COLUMN height int;";
    assertThat(check(lawn(good), Map.of()))
        .contains(
            "migrations|t|The migrated module is like a freshly installed one.|migrations/from-1.0.0.sql")
        .noneMatch(finding -> finding.contains("|f|"));
    assertThat(check(lawn("ALTER TABLE lawn ADD COLUMN height bigint;"), Map.of()))
        .filteredOn(finding -> finding.startsWith("migrations"))
        .containsExactly(
            "migrations|f|Only a fresh installation has column lawn.color text NOT NULL|migrations/from-1.0.0.sql",
            "migrations|f|Only a fresh installation has column lawn.height integer|migrations/from-1.0.0.sql",
            "migrations|f|Only the migrated module has column lawn.colour text NOT NULL|migrations/from-1.0.0.sql",
            "migrations|f|Only the migrated module has column lawn.height bigint|migrations/from-1.0.0.sql");
    assertThat(check(lawn(good + "CREATE TABLE extra (id int); DELETE FROM pond;"), Map.of()))
        .filteredOn(finding -> finding.startsWith("migrations"))
        .containsExactly("migrations|f|It made table public.extra.|migrations/from-1.0.0.sql");
    assertThat(check(lawn("DROP TABLE pond"), Map.of()))
        .contains("migrations|f|must be owner of table pond (42501).|migrations/from-1.0.0.sql");
  }

  @Test
  void aMigrationFromWhatWasNeverPublishedIsNamed() throws SQLException {
    ModuleBundle meadow = migrating("meadow", "SELECT 1");
    assertThat(check(meadow, Map.of()))
        .contains("migrations|f|Version meadow@1.0.0 is not published.|migrations/from-1.0.0.sql");
  }

  private static ModuleBundle lawn(String migration) {
    return migrating("lawn", migration);
  }

  private static ModuleBundle migrating(String name, String migration) {
    return new ModuleBundle(
        new ModuleManifest(
            name,
            "1.1.0",
            "A " + name,
            Map.of("pond", "^1.0.0"),
            Provides.tables(List.of(name), List.of()),
            List.of(),
            List.of("1.0.0")),
        dev.iasql.core.module.ModuleKind.SQL,
        "CREATE TABLE %s (height int, id int PRIMARY KEY, color text NOT NULL)".formatted(name),
        "DROP TABLE " + name,
        "# " + name,
        Map.of("1.0.0", migration));
  }

  private List<String> check(ModuleBundle bundle, Map<String, String> tests) throws SQLException {
    String arguments = Json.MAPPER.valueToTree(List.of(bundle, tests)).toString();
    long id;
    try (PreparedStatement enqueue =
        engine.prepareStatement(
            "SELECT iasql_internal.enqueue('iasql_check', 'check', ?::jsonb, true, 'checker')")) {
      enqueue.setString(1, arguments);
      try (ResultSet row = enqueue.executeQuery()) {
        row.next();
        id = row.getLong(1);
      }
    }
    await()
        .until(
            () ->
                Sql.one(engine, "SELECT state FROM iasql.request WHERE id = " + id)
                    .matches("done|failed"));
    assertThat(Sql.one(engine, "SELECT error FROM iasql.request WHERE id = " + id))
        .isEqualTo("null");
    return Sql.rows(
        engine,
        """
        SELECT f.* FROM iasql.request,
          jsonb_to_recordset(result) AS f (rule text, passed boolean, message text, where_ text)
        WHERE id = %d
        """
            .formatted(id));
  }
}
