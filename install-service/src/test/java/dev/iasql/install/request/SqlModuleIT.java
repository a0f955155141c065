package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.SqlModules;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Modules written by anyone do their work, with the rights they have. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SqlModuleIT extends TenantTest {
  @Test
  void isInstalledUsedAndTakenOutAgain() throws SQLException {
    install(SqlModules.PARK);
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()"))
        .containsExactly("pond", "park");
    run("INSERT INTO park (name, lit) VALUES ('green', 'shadow')");
    assertThat(one("SELECT count(*) FROM park JOIN pond USING (pond_id)")).isEqualTo("1");
    assertThat(one("SELECT name || ponds FROM park_size")).isEqualTo("green0");
    run("UPDATE pond SET pond_id = 'pond-1'");
    assertThat(one("SELECT pond_id FROM park")).isEqualTo("pond-1");
    assertThat(rows("SELECT DISTINCT tableowner FROM pg_tables WHERE tablename = 'park'"))
        .containsExactly(tenant.name().moduleRole());
    run("DELETE FROM park; DELETE FROM pond");
    run("SELECT * FROM iasql_uninstall('park')");
    assertThat(one("SELECT to_regclass('park')")).isEqualTo("null");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()")).containsExactly("pond");
  }

  @Test
  void leavesTogetherWithWhatItDependsOn() throws SQLException {
    install(SqlModules.PARK);
    assertThat(rows("SELECT module_name FROM iasql_uninstall('park', 'pond')"))
        .containsExactly("park", "pond");
  }

  @Test
  void usersMayDoWithItsTablesWhatTheyMayWithOthers() throws SQLException {
    install(SqlModules.PARK);
    run("CREATE TABLE bench (park text REFERENCES park ON UPDATE CASCADE)");
    for (String denied :
        new String[] {
          "DROP TABLE park",
          "TRUNCATE park",
          "ALTER TABLE park ADD COLUMN mine int",
          "CREATE OR REPLACE FUNCTION park_dig() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'"
        }) {
      assertThat(refusal(denied).getSQLState()).as(denied).isEqualTo("42501");
    }
    assertThat(one("SELECT has_function_privilege('public', 'park_dig()', 'EXECUTE')"))
        .isEqualTo("f");
    assertThat(refusal("SELECT * FROM iasql_uninstall('park')").getSQLState()).isEqualTo("IA017");
  }

  @Test
  void whatUsersDoMeanwhileIsNotItsFault() throws SQLException {
    broker.publish(SqlModules.also("dawdler", "SELECT pg_sleep(1);"));
    run("CREATE TABLE ballast (id int); CREATE VIEW heavy AS SELECT 1 AS one");
    try (Connection other = tenants.asUser(tenant)) {
      Thread meanwhile =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (!"1"
                          .equals(
                              Sql.one(
                                  other,
                                  "SELECT count(*) FROM iasql.request WHERE progress ->> 'installing' = 'dawdler@1.0.0'"))) {
                        Thread.onSpinWait();
                      }
                      Sql.run(other, "DROP VIEW heavy; ALTER TABLE ballast ADD COLUMN more int");
                      Sql.run(other, "CREATE TABLE mine (id int)");
                    } catch (SQLException e) {
                      throw new AssertionError(e);
                    }
                  });
      run("SELECT * FROM iasql_install('dawdler')");
      meanwhile.join();
      assertThat(one("SELECT count(*) FROM mine, ballast")).isEqualTo("0");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMegabyteOfSqlIsRead() throws SQLException {
    install(SqlModules.also("bulky", "COMMENT ON TABLE bulky IS '" + "x".repeat(1 << 20) + "';"));
    assertThat(one("SELECT length(obj_description('bulky'::regclass))"))
        .isEqualTo(String.valueOf(1 << 20));
  }

  private void install(ModuleBundle bundle) throws SQLException {
    broker.publish(bundle);
    run("SELECT * FROM iasql_install('%s')".formatted(bundle.id().name()));
  }
}
