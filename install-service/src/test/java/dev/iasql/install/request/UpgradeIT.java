package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.event.Topics;
import dev.iasql.install.support.CatalogueDump;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

/** Modules move to newer versions in place, whole or not at all. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class UpgradeIT extends TenantTest {
  @Test
  void everythingOfTheUserSurvives() throws SQLException {
    run("SELECT * FROM iasql_install('carp@1.0.0')");
    try (Connection engine = tenants.asEngine(tenant)) {
      Sql.run(engine, "INSERT INTO public.carp VALUES ('c1', 'Otto', 3), ('c2', 'Anna', 9)");
      Sql.run(engine, "INSERT INTO cloud.carp TABLE public.carp");
    }
    run("UPDATE carp SET name = 'Ottokar' WHERE carp_id = 'c1'");
    run("INSERT INTO carp VALUES ('new-1', 'Emil', 0)");
    run("CREATE VIEW names AS SELECT carp_id, name FROM carp; GRANT SELECT ON names TO PUBLIC");
    run("CREATE TABLE mine (carp_id text REFERENCES carp ON UPDATE CASCADE)");
    run("INSERT INTO mine VALUES ('new-1')");

    assertThat(rows("SELECT * FROM iasql_upgrade('carp')"))
        .containsExactly("carp|1.0.0|1.2.0|requested");
    assertThat(rows("SELECT * FROM carp ORDER BY 1"))
        .containsExactly("c1|Ottokar|null", "c2|Anna|null", "new-1|Emil|null");
    assertThat(rows("SELECT nickname FROM cloud.carp ORDER BY 1")).containsExactly("Anna", "Otto");
    assertThat(rows("SELECT * FROM names ORDER BY 1")).contains("c1|Ottokar");
    run("UPDATE carp SET carp_id = 'c3' WHERE carp_id = 'new-1'");
    assertThat(one("SELECT carp_id FROM mine")).isEqualTo("c3");
    assertThat(rows("SELECT module_version FROM iasql_modules_installed()"))
        .containsExactly("1.2.0");
    assertThat(rows("SELECT table_name FROM iasql.module_table ORDER BY 1"))
        .containsExactly("carp", "carp_scale");
    assertThat(refusal("SELECT * FROM iasql_uninstall('carp')").getDetail())
        .isEqualTo("Changed rows: carp (2: c1 changed, c3 created).");
    run("SELECT * FROM iasql_uninstall(true, 'carp')");
    assertThat(one("SELECT to_regclass('carp_scale')")).isEqualTo("null");
  }

  @Test
  void anUpgradeMakesWhatAnInstallationWould() throws SQLException {
    run("SELECT * FROM iasql_install('carp')");
    List<String> installed = dump();
    run("SELECT * FROM iasql_uninstall('carp')");
    run("SELECT * FROM iasql_install('carp@1.0.0')");
    run("SELECT * FROM iasql_upgrade()");
    assertThat(dump()).isEqualTo(installed);
  }

  @Test
  void modulesThatNeedEachOtherMoveTogether() throws SQLException {
    run("SELECT * FROM iasql_install('carp@1.0.0', 'follower@1.0.0')");
    assertThat(rows("SELECT * FROM iasql_modules_outdated()"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("carp|1.0.0|1.2.0|");
    assertThat(rows("SELECT module_name, from_version, to_version FROM iasql_upgrade() ORDER BY 1"))
        .containsExactly("carp|1.0.0|1.2.0", "follower|1.0.0|1.1.0");
    assertThat(rows("SELECT dependency, version_range FROM iasql.module_dependency"))
        .containsExactly("carp|^1.2.0");
    assertThat(rows("SELECT * FROM iasql_modules_outdated()")).isEmpty();
    assertThat(rows("SELECT * FROM iasql_upgrade('carp')"))
        .containsExactly("carp|1.2.0|1.2.0|no newer version");
  }

  @Test
  void whatTheUserNeedsIsNamedAndNothingChanges() throws SQLException {
    run("SELECT * FROM iasql_install('carp@1.0.0')");
    run("CREATE VIEW ages AS SELECT age FROM carp");
    List<String> before = dump();
    ServerErrorMessage error = refusal("SELECT * FROM iasql_upgrade('carp')");
    assertThat(error.getSQLState()).isEqualTo("IA017");
    assertThat(error.getDetail())
        .isEqualTo("view public.ages depends on column age of table public.carp.");
    assertThat(dump()).isEqualTo(before);
    assertThat(rows("SELECT module_version FROM iasql_modules_installed()"))
        .containsExactly("1.0.0");
  }

  @Test
  void aNameThatANewVersionNeedsIsNamed() throws SQLException {
    run("SELECT * FROM iasql_install('carp@1.0.0')");
    run("CREATE TABLE carp_scale (id int)");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_upgrade('carp')");
    assertThat(error.getSQLState()).isEqualTo("IA011");
    assertThat(error.getHint()).contains("ALTER TABLE public.carp_scale RENAME TO my_carp_scale");
  }

  @Test
  void whatCannotBeReachedIsRefused() throws SQLException {
    run("SELECT * FROM iasql_install('stuck@1.0.0', 'stumbling@1.0.0', 'boasting@1.0.0')");
    assertThat(refusal("SELECT * FROM iasql_upgrade('stuck')").getSQLState()).isEqualTo("IA024");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_upgrade('stumbling')");
    assertThat(error.getSQLState()).isEqualTo("IA016");
    assertThat(error.getDetail()).contains("division by zero");
    error = refusal("SELECT * FROM iasql_upgrade('boasting')");
    assertThat(error.getSQLState()).isEqualTo("IA016");
    assertThat(error.getDetail()).isEqualTo("Its install SQL did not make: boasting.");
    assertThat(rows("SELECT DISTINCT module_version FROM iasql_modules_installed()"))
        .containsExactly("1.0.0");
  }

  @Test
  void aLockOfAnotherSessionIsNamed() throws SQLException {
    run("SELECT * FROM iasql_install('carp@1.0.0')");
    try (Connection other = tenants.asUser(tenant)) {
      Sql.run(other, "BEGIN; SELECT * FROM carp");
      ServerErrorMessage error = refusal("SELECT * FROM iasql_upgrade('carp')");
      assertThat(error.getSQLState()).isEqualTo("IA014");
      assertThat(error.getDetail()).contains("holds carp");
    }
  }

  @Test
  void othersAreToldOfTheNewVersion() throws SQLException {
    run("SELECT * FROM iasql_install('fish@1.0.0')");
    run("SELECT * FROM iasql_upgrade('fish')");
    await()
        .untilAsserted(
            () ->
                assertThat(broker.published(Topics.INSTALLATIONS, tenant.name().value()))
                    .extracting(event -> event.value().replaceFirst(".*\"change\"", ""))
                    .endsWith(":\"upgraded\",\"modules\":[\"fish@1.1.0\"]}"));
  }

  private List<String> dump() throws SQLException {
    try (Connection admin = tenants.asAdmin(tenant.name().value())) {
      return CatalogueDump.of(admin);
    }
  }
}
