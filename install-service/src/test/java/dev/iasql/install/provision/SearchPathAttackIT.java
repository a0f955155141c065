package dev.iasql.install.provision;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a user makes under the names that IaSQL's functions use is never taken for IaSQL's own. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SearchPathAttackIT {
  /** Would betray itself by the role it runs as. */
  private static final String TRAP =
      """
      CREATE TABLE IF NOT EXISTS public.caught (by name);
      GRANT INSERT ON public.caught TO PUBLIC;
      CREATE OR REPLACE FUNCTION %s LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO public.caught VALUES (current_user); RETURN %s; END $$;
      """;

  @Inject Tenants tenants;
  @Inject Broker broker;

  @Test
  void functionsAndTablesOfTheUserAreNotUsed() throws SQLException {
    broker.publishModules();
    Tenant tenant = tenants.ready("attacker");
    try (Connection user = tenants.asUser(tenant);
        Pipeline pipeline = new Pipeline(tenant, tenants.rounds())) {
      for (String schema : new String[] {"public", "pg_temp"}) {
        trap(user, schema + ".format(text, text) RETURNS text", "'x'");
        trap(user, schema + ".unnest(text[]) RETURNS text", "'x'");
        trap(user, schema + ".btrim(text) RETURNS text", "'x'");
        trap(user, schema + ".to_jsonb(text[]) RETURNS jsonb", "'[]'");
        trap(user, schema + ".current_setting(text) RETURNS text", "'read committed'");
        trap(user, schema + ".pg_sleep(double precision) RETURNS int", "1");
        trap(user, schema + ".count(text) RETURNS bigint", "1");
        trap(user, schema + ".row_count(text) RETURNS bigint", "1");
      }
      Sql.run(user, "CREATE TEMP TABLE request (id bigint, state text, result jsonb, error jsonb)");
      Sql.run(user, "CREATE TEMP TABLE module (name text); CREATE TEMP TABLE setting (name text)");
      Sql.run(user, "CREATE TEMP TABLE pg_class (oid oid, relname name, relnamespace oid)");
      Sql.run(
          user,
          """
          CREATE FUNCTION public.same(text, text) RETURNS boolean LANGUAGE plpgsql AS $$
            BEGIN INSERT INTO public.caught VALUES (current_user); RETURN true; END $$;
          CREATE OPERATOR public.= (FUNCTION = public.same, LEFTARG = text, RIGHTARG = text);
          """);
      Sql.run(user, "SET search_path = pg_temp, public, pg_catalog");

      Sql.run(user, "SELECT * FROM public.iasql_install('fish')");
      Sql.run(user, "SELECT * FROM public.iasql_install('fish')");
      Sql.run(user, "SELECT * FROM public.iasql_modules_list()");
      Sql.run(user, "SELECT * FROM public.iasql_install_plan('heron')");
      Sql.run(user, "SELECT * FROM public.iasql_requests()");
      Sql.run(user, "SELECT * FROM public.iasql_help()");
      Sql.run(user, "SELECT public.iasql_version()");
      Sql.run(user, "INSERT INTO public.pond VALUES (DEFAULT); DELETE FROM public.pond");
      Sql.run(user, "SELECT * FROM public.iasql_uninstall('fish')");

      assertThat(Sql.rows(user, "SELECT DISTINCT by FROM public.caught WHERE by <> 'attacker'"))
          .isEmpty();
    }
  }

  private static void trap(Connection user, String signature, String result) throws SQLException {
    Sql.run(user, TRAP.formatted(signature, result));
  }
}
