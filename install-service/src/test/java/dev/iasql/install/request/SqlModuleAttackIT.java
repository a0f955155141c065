package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.module.ModuleBundle;
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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.ServerErrorMessage;

/** What SQL of modules tries, and is refused. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SqlModuleAttackIT {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject Tenants tenants;
  @Inject Broker broker;

  private Tenant tenant;
  private Connection user;
  private Pipeline pipeline;
  private List<String> before;

  @BeforeEach
  void install() throws SQLException {
    broker.publishModules();
    tenant = tenants.ready("victim");
    user = tenants.asUser(tenant);
    Sql.run(user, "SET statement_timeout = '60s'");
    pipeline = new Pipeline(tenant, tenants.rounds());
    broker.publish(SqlModules.PARK);
    Sql.run(user, "SELECT * FROM iasql_install('park', 'heron')");
    Sql.run(user, "CREATE TABLE IF NOT EXISTS garden (id int PRIMARY KEY)");
    Sql.run(user, "INSERT INTO pond VALUES ('deep') ON CONFLICT DO NOTHING");
    before = state();
  }

  @AfterEach
  void nothingHasChanged() throws SQLException {
    assertThat(state()).isEqualTo(before);
    pipeline.close();
    user.close();
  }

  private List<String> state() throws SQLException {
    return Sql.rows(
        user,
        """
        SELECT 'relation', oid, relname::text, relacl::text, relowner FROM pg_class WHERE oid >= 16384
        UNION ALL SELECT 'function', oid, proname::text, proacl::text, proowner FROM pg_proc WHERE oid >= 16384
        UNION ALL SELECT 'role', oid, rolname::text, rolconfig::text, 0 FROM pg_roles WHERE rolname NOT LIKE '%t0%'
        UNION ALL SELECT 'module', 0, name, version, 0 FROM iasql.module
        UNION ALL SELECT 'pond', 0, pond_id, NULL, 0 FROM pond
        ORDER BY 1, 2, 3
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "COMMIT | 0A000",
        "ROLLBACK | 0A000",
        "SAVEPOINT s | 0A000",
        "SET ROLE iasql_victim_owner | 42501",
        "RESET ROLE | 42501",
        "SET SESSION AUTHORIZATION iasql_victim_engine | 42501",
        "RESET SESSION AUTHORIZATION | 42501",
        "SET session_replication_role = replica | 42501",
        "CREATE ROLE another | 42501",
        "ALTER ROLE victim CREATEROLE | 42501",
        "GRANT iasql_victim_owner TO victim | 42501",
        "GRANT iasql_victim_module TO victim | 42501",
        "CREATE EXTENSION hstore | 42501",
        "DROP EXTENSION dblink | 42501",
        "CREATE SCHEMA mine | 42501",
        "ALTER SCHEMA public RENAME TO mine | 42501",
        "CREATE DATABASE another | 25001",
        "ALTER DEFAULT PRIVILEGES FOR ROLE iasql_victim_owner GRANT ALL ON TABLES TO PUBLIC | 42501",
        "SELECT * FROM iasql.credential | 42501",
        "SELECT * FROM iasql.request | 42501",
        "UPDATE iasql.module SET version = '2.0.0' | 42501",
        "INSERT INTO iasql.setting VALUES ('a', 'b') | 42501",
        "CREATE TABLE iasql.mine (id int) | 42501",
        "INSERT INTO cloud.pond VALUES ('p') | 42501",
        "CREATE TABLE cloud.mine (id int) | 42501",
        "DROP TABLE cloud.pond | 42501",
        "DROP TABLE fish | 42501",
        "DROP TABLE pond CASCADE | 42501",
        "TRUNCATE pond CASCADE | 42501",
        "ALTER TABLE pond ADD COLUMN mine int | 42501",
        "ALTER TABLE pond OWNER TO iasql_victim_module | 42501",
        "CREATE INDEX mine ON pond (pond_id) | 42501",
        "CREATE TRIGGER t BEFORE INSERT ON pond FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger() | 42501",
        "CREATE RULE r AS ON INSERT TO pond DO INSTEAD NOTHING | 42501",
        "CREATE POLICY p ON pond | 42501",
        "CREATE STATISTICS s ON pond_id, pond_id FROM pond | 42501",
        "SELECT * FROM garden | 42501",
        "DROP TABLE garden | 42501",
        "CREATE OR REPLACE FUNCTION iasql_version() RETURNS text LANGUAGE sql RETURN 'mine' | 42501",
        "DROP FUNCTION iasql_version() | 42501",
        "SELECT * FROM iasql_commit() | 42501",
        "SELECT iasql_internal.run_module_sql('SELECT 1') | 42501",
        "SELECT iasql_internal.run_sql_module('SELECT 1') | 42501",
        "DROP FUNCTION iasql_internal.run_sql_module(text) | 42501",
        "SELECT iasql_internal.dblink_connect('x', 'host=127.0.0.1') | 42501",
        "CREATE SERVER s FOREIGN DATA WRAPPER dblink_fdw | 42501",
        "CREATE USER MAPPING FOR CURRENT_USER SERVER iasql_loopback | 42501",
        "COPY pond TO PROGRAM 'cat' | 42501",
        "COPY pond TO '/tmp/pond' | 42501",
        "SELECT pg_read_file('/etc/passwd') | 42501",
        "SELECT lo_import('/etc/passwd') | 42501",
        "LOAD 'auto_explain' | 42501",
        "CREATE FUNCTION c() RETURNS int LANGUAGE c AS 'libc', 'getpid' | 42501",
        "CREATE LANGUAGE plperl | 42501",
        "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION park_dig() | 42501",
        "CREATE PUBLICATION p | 42501",
        "CREATE TEMPORARY TABLE hidden (id int) | 42501",
        "CREATE TABLE pg_temp.hidden (id int) | 42501",
        "SELECT pg_advisory_lock(451973116268) | 42501",
        "SELECT pg_advisory_unlock_all() | 42501",
        "DO $$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'victim'; END $$ | 42501",
        "VACUUM | 25001",
        "CREATE FUNCTION iasql_install(text) RETURNS text LANGUAGE sql RETURN 'mine' | made function public.iasql_install(pg_catalog.text)",
        "CREATE FUNCTION more() RETURNS int LANGUAGE sql RETURN 1 | made function public.more()",
        "CREATE TABLE more (id int) | made table public.more",
        "CREATE VIEW more AS SELECT 1 AS one | made view public.more",
        "CREATE SEQUENCE more | made sequence public.more",
        "CREATE DOMAIN more AS int | made type public.more",
        "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int) | made operator public.===",
        "SELECT lo_create(0) | made large object",
        "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC | made default acl for role iasql_victim_module on tables",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM victim | changed schema public",
        "ALTER ROLE CURRENT_USER SET search_path = pg_temp | role iasql_victim_module",
        "DROP VIEW park_size | dropped view public.park_size",
        "ALTER TABLE park ADD COLUMN mine int | changed table public.park",
        "ALTER TABLE park DISABLE TRIGGER park_dig | changed table public.park",
        "DROP TRIGGER park_dig ON park | changed table public.park",
        "CREATE TRIGGER mine BEFORE INSERT ON park FOR EACH ROW EXECUTE FUNCTION park_dig() | changed table public.park",
        "COMMENT ON TABLE park IS 'mine' | changed table public.park",
        "GRANT ALL ON park TO PUBLIC | changed table public.park",
        "ALTER FUNCTION park_dig() RESET ALL | changed function public.park_dig()",
        "CREATE OR REPLACE FUNCTION park_dig() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END' | changed function public.park_dig()",
        "ALTER TYPE shade ADD VALUE 'moon' | changed type public.shade",
        "DROP OWNED BY CURRENT_USER | 42501",
        "DELETE FROM pond | It writes rows of table public.pond.",
        "INSERT INTO pond VALUES (DEFAULT) | It writes rows of table public.pond.",
        "INSERT INTO park (name) VALUES ('seeded') | It writes rows of table public.park.",
        "SET search_path = public, pg_catalog | It sets search_path for the session.",
        "SELECT set_config('search_path', 'public, pg_catalog', false) | It sets search_path for the session.",
        "SET statement_timeout = 0 | It sets statement_timeout for the session."
      })
  void isRefused(String attack, String sign) throws SQLException {
    ServerErrorMessage error = refused(SqlModules.also(name(), attack + ";"));
    assertThat(error.getSQLState()).isEqualTo("IA016");
    assertThat(error.getDetail()).contains(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE %s ADD COLUMN \"Mine\" int | The name \"Mine\" is not plain",
        "CREATE INDEX \"an index\" ON %s (id) | The name \"an index\" is not plain",
        "ALTER TABLE %s ADD CONSTRAINT \"Grün\" CHECK (id > 0) | The name \"Grün\" is not plain",
        "ALTER TABLE %s ADD COLUMN pg_mine int | The name pg_mine is reserved",
        "ALTER TABLE %s ENABLE ROW LEVEL SECURITY | Row-level security cannot be used.",
        "CREATE POLICY p ON %s USING (true) | Row-level security cannot be used."
      })
  void itsOwnObjectsKeepTheRules(String attack, String sign) throws SQLException {
    String name = name();
    assertThat(refused(SqlModules.also(name, attack.formatted(name) + ";")).getDetail())
        .contains(sign);
  }

  @Test
  void aTriggerThatWaitsForTheEndRunsWithTheModulesRights() throws SQLException {
    String name = name();
    ModuleBundle late =
        SqlModules.also(
            name,
            """
            CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN DELETE FROM iasql.module; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER late AFTER INSERT ON %1$s DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION late();
            INSERT INTO %1$s VALUES (1);
            """
                .formatted(name));
    assertThat(refused(late).getDetail()).contains("permission denied for table module");
  }

  @Test
  void aStatementPutUnderAnotherNameIsNotExecuted() throws SQLException {
    String name = name();
    StringBuilder prepare = new StringBuilder("DEALLOCATE ALL;");
    for (int i = 1; i < 40; i++) {
      prepare.append("PREPARE \"S_%d\" AS DELETE FROM iasql.setting;".formatted(i));
    }
    broker.publish(SqlModules.also(name, prepare.toString()));
    Sql.run(user, "SELECT * FROM iasql_install('%s')".formatted(name));
    Sql.run(user, "SELECT * FROM iasql_uninstall('%s')".formatted(name));
    assertThat(Sql.one(user, "SELECT count(*) > 0 FROM iasql.setting")).isEqualTo("t");
  }

  @Test
  void aCastCannotBeUsedToActAsTheOwner() throws SQLException {
    String name = name();
    ModuleBundle cast =
        SqlModules.also(
            name,
            """
            CREATE TYPE bait AS (v text);
            CREATE FUNCTION bite(bait) RETURNS text LANGUAGE plpgsql AS $$
              BEGIN UPDATE iasql.module SET version = '6.6.6'; RETURN 'p'; END $$;
            CREATE CAST (bait AS text) WITH FUNCTION bite(bait) AS IMPLICIT;
            """);
    assertThat(refused(cast).getDetail()).contains("made cast (public.bait AS pg_catalog.text)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP VIEW park_size | dropped view public.park_size",
        "CREATE TABLE remains (id int) | made table public.remains",
        "DELETE FROM pond | It writes rows of table public.pond."
      })
  void leavingItMayNotDoMore(String attack, String sign) throws SQLException {
    String name = name();
    broker.publish(SqlModules.leaving(name, attack));
    Sql.run(user, "SELECT * FROM iasql_install('%s')".formatted(name));
    ServerErrorMessage error =
        Sql.refusal(user, "SELECT * FROM iasql_uninstall('%s')".formatted(name));
    assertThat(error.getSQLState()).isEqualTo("IA016");
    assertThat(error.getDetail()).contains(sign);
    before = state();
  }

  @Test
  void aViewPutInThePlaceOfItsTableIsNotReadByTheEngine() throws SQLException {
    String name = name();
    broker.publish(
        SqlModules.of(
            name,
            Map.of(),
            new Provides(List.of(name), List.of(), List.of("bite", "turn"), List.of(), null),
            """
            CREATE TABLE %1$s (id int PRIMARY KEY);
            CREATE FUNCTION bite() RETURNS int LANGUAGE plpgsql AS
              'BEGIN UPDATE iasql.setting SET value = ''bitten''; RETURN 1; END';
            CREATE FUNCTION turn() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
              'BEGIN DROP TABLE %1$s; CREATE VIEW %1$s AS SELECT bite() AS id; END';
            """
                .formatted(name),
            "DROP VIEW IF EXISTS %1$s; DROP FUNCTION turn(); DROP FUNCTION bite();"
                .formatted(name)));
    Sql.run(user, "SELECT * FROM iasql_install('%s')".formatted(name));
    Sql.run(user, "SELECT turn()");
    Sql.run(user, "SELECT * FROM iasql_install('%s')".formatted(name));
    assertThat(Sql.rows(user, "SELECT FROM iasql.setting WHERE value = 'bitten'")).isEmpty();
    before = state();
  }

  @Test
  void whatRunsForEverIsEnded() throws SQLException {
    assertThat(refused(SqlModules.also(name(), "SELECT pg_sleep(1000);")).getDetail())
        .isEqualTo("Its SQL takes too long.");
  }

  @Test
  void whatCatchesItsEndIsEndedWithItsSession() throws SQLException {
    ModuleBundle stubborn =
        SqlModules.also(
            name(),
            """
            DO $$ BEGIN
              LOOP
                BEGIN PERFORM pg_sleep(1000); EXCEPTION WHEN query_canceled THEN NULL; END;
              END LOOP;
            END $$;
            """);
    assertThat(refused(stubborn).getDetail()).isEqualTo("Its SQL takes too long.");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Sql.rows(
                            user,
                            "SELECT id FROM iasql.request WHERE state IN ('queued','running')"))
                    .isEmpty());
    Sql.run(user, "SELECT * FROM iasql_install('park')");
  }

  private ServerErrorMessage refused(ModuleBundle bundle) {
    broker.publish(bundle);
    return Sql.refusal(user, "SELECT * FROM iasql_install('%s')".formatted(bundle.id().name()));
  }

  private static String name() {
    return "attack_" + NUMBER.incrementAndGet();
  }
}
