package dev.iasql.install.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.install.support.Broker;
import dev.iasql.install.support.Pipeline;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.Tenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant can and cannot do with the password it was given. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PrivilegesIT {
  private static final String DENIED = "42501";

  @Inject Tenants tenants;
  @Inject Broker broker;

  private Tenant tenant;
  private Connection user;

  @BeforeEach
  void login() throws SQLException {
    broker.publishModules();
    tenant = tenants.ready("curious");
    user = tenants.asUser(tenant);
    try (Pipeline pipeline = new Pipeline(tenant, tenants.rounds())) {
      Sql.run(user, "SELECT * FROM iasql_install('pond')");
    }
  }

  @AfterEach
  void logout() throws SQLException {
    user.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM iasql.credential",
        "SELECT * FROM iasql.schema_history",
        "INSERT INTO iasql.setting VALUES ('platform_version', 'mine')",
        "UPDATE iasql.request SET state = 'done'",
        "DELETE FROM iasql.module",
        "TRUNCATE iasql.error",
        "INSERT INTO cloud.pond VALUES ('p')",
        "UPDATE cloud.pond SET pond_id = 'p'",
        "DELETE FROM cloud.pond",
        "CREATE TABLE cloud.mine (id int)",
        "CREATE TABLE iasql.mine (id int)",
        "CREATE TABLE iasql_internal.mine (id int)",
        "SELECT iasql_internal.dblink_connect('x', 'host=127.0.0.1')",
        "SELECT iasql_internal.dblink_connect_u('x', 'host=127.0.0.1')",
        "SELECT * FROM iasql_internal.dblink('iasql_loopback', 'SELECT 1') AS t (a int)",
        "SELECT iasql_internal.enqueue('f', 'install', '[]', true, 'someone')",
        "SELECT iasql_internal.run_module_sql('DROP TABLE public.pond')",
        "SELECT iasql_internal.await(1)",
        "SELECT iasql_internal.pgp_sym_encrypt('a', 'b')",
        "SET ROLE iasql_curious_owner",
        "SET ROLE iasql_curious_engine",
        "SET ROLE iasql_curious_module",
        "SELECT iasql_internal.run_sql_module('SELECT 1')",
        "SET SESSION AUTHORIZATION iasql_curious_engine",
        "CREATE USER MAPPING FOR curious SERVER iasql_loopback",
        "CREATE EXTENSION postgres_fdw",
        "CREATE ROLE another",
        "CREATE DATABASE another",
        "ALTER ROLE curious CREATEROLE",
        "GRANT iasql_curious_owner TO curious",
        "ALTER DATABASE curious RENAME TO mine",
        "COPY pg_class TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "ALTER TABLE public.pond ADD COLUMN mine int",
        "DROP TABLE public.pond",
        "TRUNCATE public.pond",
        "CREATE TRIGGER t BEFORE INSERT ON public.pond FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE OR REPLACE FUNCTION public.iasql_version() RETURNS text LANGUAGE sql RETURN 'mine'",
        "DROP FUNCTION public.iasql_version()",
        "DROP SCHEMA cloud CASCADE"
      })
  void cannot(String statement) {
    assertThat(Sql.refusal(user, statement).getSQLState()).isEqualTo(DENIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE garden (id int PRIMARY KEY, pond_id text REFERENCES pond ON UPDATE CASCADE)",
        "CREATE VIEW ponds AS SELECT * FROM pond JOIN cloud.pond AS seen USING (pond_id)",
        "CREATE SCHEMA mine",
        "CREATE TEMPORARY TABLE scratch (id int)",
        "CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql RETURN i * 2",
        "INSERT INTO pond VALUES (DEFAULT)",
        "SELECT * FROM iasql.module JOIN iasql.module_table ON name = module_name",
        "SELECT * FROM iasql.operation, iasql.error, iasql.setting, iasql.request",
        "SELECT iasql.by_engine()"
      })
  void can(String statement) throws SQLException {
    user.setAutoCommit(false);
    Sql.run(user, statement);
    user.rollback();
  }

  @ParameterizedTest
  @ValueSource(strings = {"neighbour", "postgres", "template1"})
  void cannotEnterOtherDatabases(String database) {
    tenants.ready("neighbour");
    String url = tenant.jdbcUrl().replaceFirst("/curious$", "/" + database);
    assertThatThrownBy(
            () -> DriverManager.getConnection(url, "curious", tenant.secrets().user()).close())
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void rolesHaveNoMoreRightsThanTheyNeed() throws SQLException {
    assertThat(
            Sql.rows(
                user,
                """
                SELECT rolname, rolcanlogin FROM pg_roles
                WHERE rolname LIKE '%curious%' AND NOT rolsuper AND NOT rolcreatedb
                  AND NOT rolcreaterole AND NOT rolreplication AND NOT rolbypassrls ORDER BY 1
                """))
        .containsExactly(
            "curious|t",
            "iasql_curious_caller|t",
            "iasql_curious_engine|t",
            "iasql_curious_module|f",
            "iasql_curious_owner|f");
  }

  @Test
  void theCallerCanOnlyLeaveARequest() throws SQLException {
    try (Connection caller =
        Tenants.login(tenant, tenant.name().callerRole(), tenant.secrets().caller())) {
      for (String statement :
          new String[] {
            "SELECT * FROM iasql.request",
            "SELECT * FROM public.pond",
            "SELECT iasql_internal.run_module_sql('SELECT 1')",
            "SELECT iasql_internal.dblink_connect('x', 'iasql_loopback')"
          }) {
        assertThat(Sql.refusal(caller, statement).getSQLState()).as(statement).isEqualTo(DENIED);
      }
    }
  }

  @Test
  void usersAreNotTheEngineWhateverTheySet() throws SQLException {
    assertThat(Sql.one(user, "SELECT iasql.by_engine()")).isEqualTo("f");
    try (Connection engine = tenants.asEngine(tenant)) {
      assertThat(Sql.one(engine, "SELECT iasql.by_engine()")).isEqualTo("t");
    }
  }
}
