package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.install.support.Pipeline;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

/** What a call does to, and needs of, the session and the transaction it is made in. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class CallIT extends TenantTest {
  @Test
  void aTransactionThatHoldsWhatTheCallNeedsIsRefused() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    String insert = "INSERT INTO pond VALUES (DEFAULT)";
    refusesAfter(insert, "iasql_install('fish')");
    refusesAfter(insert, "iasql_uninstall('pond')");
    refusesAfter(insert, "iasql_commit()");
    refusesAfter(insert, "iasql_refresh()");
    refusesAfter("SELECT * FROM pond", "iasql_uninstall('pond')");
    refusesAfter("SELECT * FROM pond FOR UPDATE", "iasql_commit()");
    refusesAfter("LOCK TABLE pond IN SHARE MODE", "iasql_rollback()");
  }

  private void refusesAfter(String before, String call) throws SQLException {
    run("BEGIN");
    run(before);
    ServerErrorMessage error = refusal("SELECT * FROM " + call);
    run("ROLLBACK");
    assertThat(error.getSQLState()).as(call).isEqualTo("IA013");
    assertThat(error.getDetail()).isEqualTo("The transaction that calls it holds locks on: pond.");
    assertThat(error.getHint()).isEqualTo("COMMIT or ROLLBACK first, then call it.");
  }

  @Test
  void aTransactionThatHasMadeAnObjectCannotInstall() throws SQLException {
    run("BEGIN");
    run("CREATE TABLE pond (id int)");
    assertThat(refusal("SELECT * FROM iasql_install('pond')").getSQLState()).isEqualTo("IA013");
    run("ROLLBACK");
  }

  @Test
  void aTransactionThatOnlyHasReadMayInstall() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    run("BEGIN; SELECT * FROM pond");
    assertThat(rows("SELECT module_name FROM iasql_install('fish')")).containsExactly("fish");
    assertThat(rows("SELECT * FROM fish")).isEmpty();
    run("COMMIT");
  }

  @Test
  void aTransactionWithChangesMayStillAsk() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    run("BEGIN; INSERT INTO pond VALUES (DEFAULT)");
    assertThat(rows("SELECT module_name FROM iasql_modules_list() WHERE installed"))
        .containsExactly("pond");
    run("ROLLBACK");
  }

  @Test
  void aCallThatIsCancelledGoesOn() throws Exception {
    pipeline.close();
    try (Statement call = user.createStatement()) {
      CompletableFuture<SQLException> failure =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  call.execute("SELECT * FROM iasql_install('pond')");
                  return null;
                } catch (SQLException e) {
                  return e;
                }
              });
      try (Connection other = tenants.asUser(tenant)) {
        Awaitility.await()
            .until(() -> Sql.rows(other, "SELECT state FROM iasql_requests()").contains("queued"));
        call.cancel();
        assertThat(failure.get().getSQLState()).isEqualTo("57014");
        use(new Pipeline(tenant, tenants.rounds()));
        Awaitility.await()
            .until(() -> Sql.one(other, "SELECT state FROM iasql_requests()").equals("done"));
      }
    }
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()")).containsExactly("pond");
  }

  @Test
  void aCallerThatDisconnectsLosesNothing() throws Exception {
    pipeline.close();
    Connection caller = tenants.asUser(tenant);
    CompletableFuture<Void> call =
        CompletableFuture.runAsync(
            () -> Sql.refusal(caller, "SELECT * FROM iasql_install('pond')"));
    Awaitility.await().until(() -> rows("SELECT FROM iasql_requests()").size() == 1);
    caller.abort(Runnable::run);
    use(new Pipeline(tenant, tenants.rounds()));
    Awaitility.await().until(() -> one("SELECT state FROM iasql_requests()").equals("done"));
    call.handle((done, failed) -> done).get();
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()")).containsExactly("pond");
  }

  @Test
  void aLostLoopbackConnectionIsReplaced() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    try (Connection admin = tenants.asAdmin("postgres")) {
      assertThat(
              Sql.rows(
                  admin,
                  "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '%s'"
                      .formatted(tenant.name().callerRole())))
          .containsExactly("t");
    }
    assertThat(rows("SELECT module_name FROM iasql_install('pond')")).containsExactly("pond");
  }

  @Test
  void connectionsStayTheSameHoweverManyCallsThereAre() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    for (int i = 0; i < 200; i++) {
      run("SELECT * FROM iasql_install('pond')");
    }
    try (Connection admin = tenants.asAdmin("postgres")) {
      assertThat(
              Integer.parseInt(
                  Sql.one(
                      admin,
                      "SELECT count(*) FROM pg_stat_activity WHERE datname = '%s'"
                          .formatted(tenant.name()))))
          .isLessThanOrEqualTo(8);
    }
  }
}
