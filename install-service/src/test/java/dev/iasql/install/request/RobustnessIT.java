package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.request.Stage;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.install.support.Pipeline;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Nothing is lost, doubled or left over when a part of the system goes away. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RobustnessIT extends TenantTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  Runnable killPostgres;
  Runnable restartPostgres;
  Runnable killKafka;
  Runnable restartKafka;

  @Test
  void anInstallationWhoseWorkerWasCutOffIsDoneOnce() throws Exception {
    CompletableFuture<List<String>> call =
        callAsync("SELECT module_name FROM iasql_install('slow')");
    try (Connection admin = tenants.asAdmin(tenant.name().value())) {
      String worker =
          "SELECT pid FROM pg_stat_activity WHERE usename = '%s' AND query LIKE '%%run_module_sql%%' AND state = 'active'"
              .formatted(tenant.name().engineRole());
      await().atMost(SOON).until(() -> !Sql.rows(admin, worker).isEmpty());
      Sql.run(admin, "SELECT pg_terminate_backend((%s))".formatted(worker));
    }
    assertThat(call.get()).containsExactly("slow");
    assertThat(rows("SELECT function, state FROM iasql_requests()"))
        .containsExactly("iasql_install|done");
    assertThat(one("SELECT attempt FROM iasql.request")).isNotEqualTo("0");
  }

  @Test
  void aSwapWhoseDatabaseCrashesDuringTheImportGoesOn() throws Exception {
    run("SELECT * FROM iasql_install('tank', 'newt')");
    AtomicBoolean crash = new AtomicBoolean(true);
    use(
        new Pipeline(
            tenant,
            tenants.rounds(),
            work -> {
              if (crash.getAndSet(false)) {
                killPostgres.run();
                restartPostgres.run();
              }
              return Pipeline.importNothing(work);
            }));
    CompletableFuture<List<String>> call =
        callAsync("SELECT action FROM iasql_swap('tank', 'bowl')");
    assertThat(call.handle((rows, lost) -> lost != null).get()).isTrue();
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              try (Connection again = tenants.asUser(tenant)) {
                assertThat(Sql.one(again, "SELECT state FROM iasql_requests() LIMIT 1"))
                    .isEqualTo("done");
                assertThat(Sql.rows(again, "SELECT module_name FROM iasql_modules_installed()"))
                    .containsExactlyInAnyOrder("pond", "newt", "bowl");
              }
            });
  }

  @Test
  void aSwapWhoseWorkerIsCutOffAtTheEndIsEndedOnce() throws Exception {
    run("SELECT * FROM iasql_install('tank', 'newt')");
    try (Connection reader = tenants.asUser(tenant)) {
      use(
          new Pipeline(
              tenant,
              tenants.rounds(),
              work -> {
                Sql.run(reader, "BEGIN; SELECT * FROM pond");
                return Pipeline.importNothing(work);
              }));
      CompletableFuture<List<String>> call =
          callAsync("SELECT action, module_name FROM iasql_swap('tank', 'bowl')");
      try (Connection admin = tenants.asAdmin(tenant.name().value())) {
        String worker =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s' AND wait_event_type = 'Lock'"
                .formatted(tenant.name().engineRole());
        await().atMost(SOON).until(() -> !Sql.rows(admin, worker).isEmpty());
      }
      Sql.run(reader, "COMMIT");
      assertThat(call.get()).containsExactly("removed|tank", "kept|newt", "installed|bowl");
    }
  }

  @Test
  void aWaitingRequestSurvivesARestartOfPostgres() throws Exception {
    pipeline.close();
    CompletableFuture<List<String>> call =
        callAsync("SELECT module_name FROM iasql_install('pond')");
    await().atMost(SOON).until(() -> rows("SELECT FROM iasql_requests()").size() == 1);
    killPostgres.run();
    restartPostgres.run();
    assertThat(call.handle((rows, lost) -> lost != null).get()).isTrue();
    use(new Pipeline(tenant, tenants.rounds()));
    try (Connection again = tenants.asUser(tenant)) {
      await()
          .atMost(SOON)
          .until(() -> Sql.rows(again, "SELECT state FROM iasql_requests()").contains("done"));
      assertThat(Sql.rows(again, "SELECT module_name, table_name FROM iasql_install('pond')"))
          .containsExactly("pond|pond");
    }
    tenants.request("afterwards");
    tenants.ready("afterwards");
  }

  @Test
  void aRequestIsTakenUpBecauseAnEventTellsOfIt() throws Exception {
    pipeline.close();
    CompletableFuture<List<String>> call =
        callAsync("SELECT module_name FROM iasql_modules_list()");
    await().atMost(SOON).until(() -> rows("SELECT FROM iasql_requests()").size() == 1);
    broker.publish(List.of(waiting(1, Stage.MODULES_LIST)));
    assertThat(call.get()).contains("pond", "fish");
  }

  @Test
  void eventsThatAreDoubledLateOrWrongAreHarmless() throws SQLException {
    run("SELECT * FROM iasql_install('pond')");
    List<RequestWaiting> replay =
        new java.util.ArrayList<>(Collections.nCopies(50, waiting(1, Stage.INSTALL)));
    replay.add(waiting(999, Stage.UNINSTALL));
    replay.add(new RequestWaiting("nobody", 1, "iasql_install", Stage.INSTALL));
    broker.publish(replay);
    run("SELECT * FROM iasql_install('fish')");
    assertThat(rows("SELECT function, state, error FROM iasql_requests()"))
        .containsExactly("iasql_install|done|null", "iasql_install|done|null");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed()"))
        .containsExactly("pond", "fish");
  }

  @Test
  void kafkaAwayStopsNeitherWorkNorLaterNews() throws SQLException {
    killKafka.run();
    try {
      run("SELECT * FROM iasql_install('pond')");
      run("SELECT * FROM iasql_uninstall('pond')");
      tenants.request("without_kafka");
      tenants.ready("without_kafka");
    } finally {
      restartKafka.run();
    }
    String name = new TenantName("without_kafka").value();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(broker.published("iasql.databases", name))
                    .extracting(event -> event.value())
                    .contains("{\"tenant\":\"without_kafka\",\"change\":\"ready\"}"));
  }

  private RequestWaiting waiting(long id, Stage stage) {
    return new RequestWaiting(tenant.name().value(), id, "iasql_install", stage);
  }

  private CompletableFuture<List<String>> callAsync(String sql) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Connection caller = tenants.asUser(tenant)) {
            return Sql.rows(caller, sql);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
