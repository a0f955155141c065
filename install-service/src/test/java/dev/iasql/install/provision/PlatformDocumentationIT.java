package dev.iasql.install.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.install.support.Servers;
import dev.iasql.install.support.SqlModules;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The database explains itself. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PlatformDocumentationIT extends TenantTest {
  @Override
  protected boolean isFresh() {
    return false;
  }

  @Test
  void helpListsEveryFunctionWithDescriptionAndExample() throws SQLException {
    assertThat(rows("SELECT name FROM iasql_help()"))
        .containsExactly(
            "iasql_commit",
            "iasql_get_errors",
            "iasql_help",
            "iasql_install",
            "iasql_install_plan",
            "iasql_module_tree",
            "iasql_modules_installed",
            "iasql_modules_list",
            "iasql_modules_outdated",
            "iasql_preview",
            "iasql_refresh",
            "iasql_requests",
            "iasql_rollback",
            "iasql_set_credentials",
            "iasql_swap",
            "iasql_uninstall",
            "iasql_uninstall",
            "iasql_upgrade",
            "iasql_version");
    assertThat(
            rows(
                "SELECT name FROM iasql_help() WHERE length(description) < 20 OR example !~ '^SELECT .*;$'"))
        .isEmpty();
    assertThat(one("SELECT signature FROM iasql_help() WHERE name = 'iasql_install'"))
        .isEqualTo(
            "iasql_install(VARIADIC modules text[] DEFAULT '{}'::text[]) -> TABLE(module_name text, table_name text, record_count bigint, reason text)");
  }

  @Test
  void helpTellsOfTheTablesAndViewsOfModules() throws SQLException {
    broker.publish(SqlModules.PARK);
    run("SELECT * FROM iasql_install('park', 'heron')");
    assertThat(
            rows(
                "SELECT kind, name, module_name, signature, description, example FROM iasql_help()"
                    + " WHERE module_name IN ('park', 'heron')"))
        .containsExactly(
            "function|heron_mood|heron|heron_mood() -> text|null|null",
            "table|park|park|park(name text, number bigint, spot integer, lit public.shade, pond_id text)|A pond with a name.|INSERT INTO park (name) VALUES ('green');",
            "view|hungry_heron|heron|hungry_heron(fish_id text)|null|SELECT * FROM hungry_heron;",
            "view|park_size|park|park_size(name text, ponds bigint)|null|SELECT * FROM park_size;");
    run("SELECT * FROM iasql_uninstall('park', 'heron', 'fish', 'pond')");
  }

  @Test
  void examplesThatNeedNoWorkerRun() throws SQLException {
    for (String example :
        rows(
            "SELECT example FROM iasql_help() WHERE name IN ('iasql_help', 'iasql_version', 'iasql_requests', 'iasql_get_errors', 'iasql_modules_installed', 'iasql_modules_list', 'iasql_modules_outdated')")) {
      run(example);
    }
  }

  @Test
  void everyFunctionAndTableHasAComment() throws SQLException {
    assertThat(
            rows(
                """
                SELECT p.oid::regprocedure FROM pg_proc p
                JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname IN ('public', 'iasql', 'iasql_internal')
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                  AND obj_description(p.oid, 'pg_proc') IS NULL
                """))
        .isEmpty();
    assertThat(
            rows(
                """
                SELECT c.oid::regclass FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'iasql' AND c.relkind = 'r' AND c.relname <> 'schema_history'
                  AND obj_description(c.oid, 'pg_class') IS NULL
                """))
        .isEmpty();
  }

  @Test
  void everyFunctionPinsItsSearchPathOrIsBoundWhenMade() throws SQLException {
    assertThat(
            rows(
                """
                SELECT p.oid::regprocedure FROM pg_proc p
                JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname IN ('public', 'iasql', 'iasql_internal')
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                  AND p.prosqlbody IS NULL
                  AND p.proname <> 'run_sql_module' -- what SQL modules make without a schema is in public
                  AND NOT coalesce(p.proconfig @> '{"search_path=pg_catalog, pg_temp"}', false)
                """))
        .isEmpty();
  }
}
