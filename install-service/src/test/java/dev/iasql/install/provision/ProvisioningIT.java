package dev.iasql.install.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.event.Topics;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantSecrets;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.install.support.Broker;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.Tenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ProvisioningIT {
  private static final String ROLES_OF =
      "SELECT count(*) FROM pg_roles WHERE rolname LIKE '%%%s%%'";

  @Inject Tenants tenants;
  @Inject AdminServer server;
  @Inject Provisioner provisioner;
  @Inject Broker broker;

  @Test
  void makesARequestedDatabaseThatItsUserCanWorkIn() throws SQLException {
    Tenant tenant = tenants.ready("orchard");
    assertThat(tenant.port()).isEqualTo(server.port());
    try (Connection user = tenants.asUser(tenant)) {
      assertThat(Sql.one(user, "SELECT iasql_version()")).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
      Sql.run(user, "CREATE TABLE mine (id int PRIMARY KEY)");
      assertThat(Sql.one(user, "SELECT count(*) FROM mine")).isEqualTo("0");
      assertThat(Sql.rows(user, "SELECT * FROM iasql_modules_installed()")).isEmpty();
    }
    await()
        .untilAsserted(
            () ->
                assertThat(broker.published(Topics.DATABASES, "orchard"))
                    .extracting(event -> event.value())
                    .contains("{\"tenant\":\"orchard\",\"change\":\"ready\"}"));
  }

  @Test
  void repeatsEveryStepWithoutChangingWhatIsThere() throws SQLException {
    Tenant tenant = tenants.ready("twice");
    try (Connection user = tenants.asUser(tenant)) {
      Sql.run(user, "CREATE TABLE keepsake AS SELECT 42 AS id");
    }
    provision(tenant);
    provision(tenant);
    try (Connection user = tenants.asUser(tenant)) {
      assertThat(Sql.one(user, "SELECT id FROM keepsake")).isEqualTo("42");
    }
  }

  @Test
  void completesWhatACrashLeftHalfDone() throws SQLException {
    TenantName name = new TenantName("halfway");
    Tenant tenant = tenants.directory().request(name, TenantSecrets.random());
    try (Connection admin = server.connectAlone(name)) {
      Sql.run(admin, "CREATE ROLE iasql_halfway_owner");
      Sql.run(admin, "COMMENT ON ROLE iasql_halfway_owner IS 'IaSQL tenant halfway'");
      Sql.run(admin, "CREATE DATABASE halfway OWNER iasql_halfway_owner");
    }
    tenants.rounds().check(name);
    Tenant ready = tenants.reaches("halfway", TenantState.READY);
    assertThat(ready.secrets()).isEqualTo(tenant.secrets());
    try (Connection user = tenants.asUser(ready)) {
      assertThat(Sql.rows(user, "SELECT name FROM iasql_help()")).contains("iasql_install");
    }
  }

  @Test
  void severalCallersAtOnceMakeOneDatabase() throws Exception {
    TenantName name = new TenantName("crowded");
    Tenant requested = tenants.directory().request(name, TenantSecrets.random());
    Tenant tenant = at(requested, server.host(), server.port());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> calls =
          java.util.stream.IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            provision(tenant);
                            return true;
                          }))
              .toList();
      for (Future<Boolean> call : calls) {
        assertThat(call.get()).isTrue();
      }
    }
    try (Connection user = tenants.asUser(tenant)) {
      assertThat(Sql.one(user, "SELECT iasql_version()")).isNotEmpty();
    }
  }

  @Test
  void anAlteredPasswordTakesEffectAndTheOldOneEnds() throws SQLException {
    Tenant tenant = tenants.ready("rotated");
    tenants.directory().changeUserPassword(tenant.name(), "a new 'password'");
    tenants.rounds().check(tenant.name());
    await()
        .ignoreExceptionsMatching(SQLException.class::isInstance)
        .untilAsserted(() -> Tenants.login(tenant, "rotated", "a new 'password'").close());
    assertThatThrownBy(() -> tenants.asUser(tenant)).hasMessageContaining("password");
  }

  @Test
  void passwordsStandNowhereInClear() throws SQLException {
    Tenant tenant = tenants.ready("secretive");
    try (Connection admin = tenants.asAdmin("secretive")) {
      assertThat(
              Sql.rows(
                  admin,
                  "SELECT rolpassword FROM pg_authid WHERE rolname LIKE '%secretive%' AND rolcanlogin"))
          .hasSize(3)
          .allMatch(verifier -> verifier.startsWith("SCRAM-SHA-256$"));
    }
    try (Connection user = tenants.asUser(tenant)) {
      assertThat(Sql.rows(user, "SELECT umoptions FROM pg_user_mappings")).containsExactly("null");
      assertThat(Sql.refusal(user, "SELECT * FROM pg_user_mapping").getSQLState())
          .isEqualTo("42501");
    }
  }

  @Test
  void leavesADatabaseAloneThatItDidNotMake() throws SQLException {
    try (Connection admin = tenants.asAdmin("postgres")) {
      Sql.run(admin, "CREATE DATABASE strangers");
      tenants.request("strangers");
      Tenant failed = tenants.reaches("strangers", TenantState.FAILED);
      assertThat(failed.problem())
          .isEqualTo("the server has a database \"strangers\" that IaSQL did not make");
      tenants.delete("strangers");
      assertThat(Sql.rows(admin, "SELECT datname FROM pg_database WHERE datname = 'strangers'"))
          .containsExactly("strangers");
      assertThat(Sql.one(admin, ROLES_OF.formatted("strangers"))).isEqualTo("0");
    }
  }

  @Test
  void leavesARoleAloneThatItDidNotMake() throws SQLException {
    try (Connection admin = tenants.asAdmin("postgres")) {
      Sql.run(admin, "CREATE ROLE somebody LOGIN PASSWORD 'theirs'");
      String before = Sql.one(admin, "SELECT rolpassword FROM pg_authid WHERE rolname='somebody'");
      tenants.request("somebody");
      Tenant failed = tenants.reaches("somebody", TenantState.FAILED);
      assertThat(failed.problem())
          .isEqualTo("the server has a role \"somebody\" that IaSQL did not make");
      tenants.delete("somebody");
      assertThat(Sql.one(admin, "SELECT rolpassword FROM pg_authid WHERE rolname='somebody'"))
          .isEqualTo(before);
      assertThat(Sql.one(admin, ROLES_OF.formatted("somebody"))).isEqualTo("1");
    }
  }

  @Test
  void aFailedDatabaseIsMadeOnceTheObstacleIsGone() throws SQLException {
    try (Connection admin = tenants.asAdmin("postgres")) {
      Sql.run(admin, "CREATE DATABASE obstacle");
      tenants.request("obstacle");
      tenants.reaches("obstacle", TenantState.FAILED);
      Sql.run(admin, "DROP DATABASE obstacle");
    }
    assertThat(tenants.reaches("obstacle", TenantState.READY).problem()).isNull();
  }

  @Test
  void deletionEndsSessionsAndLeavesNothing() throws SQLException {
    Tenant tenant = tenants.ready("doomed");
    try (Connection user = tenants.asUser(tenant);
        Connection admin = tenants.asAdmin("postgres")) {
      Sql.run(user, "BEGIN; CREATE TABLE unfinished (id int)");
      tenants.delete("doomed");
      assertThat(user.isValid(1)).isFalse();
      assertThat(Sql.rows(admin, "SELECT FROM pg_database WHERE datname = 'doomed'")).isEmpty();
      assertThat(Sql.one(admin, ROLES_OF.formatted("doomed"))).isEqualTo("0");
    }
    await()
        .untilAsserted(
            () ->
                assertThat(broker.published(Topics.DATABASES, "doomed").getLast().value())
                    .isEqualTo("{\"tenant\":\"doomed\",\"change\":\"deleted\"}"));
  }

  @Test
  void aNameCanBeUsedAgainAfterDeletion() throws SQLException {
    Tenant first = tenants.ready("phoenix");
    try (Connection user = tenants.asUser(first)) {
      Sql.run(user, "CREATE TABLE ashes (id int)");
    }
    tenants.delete("phoenix");
    Tenant second = tenants.ready("phoenix");
    assertThat(second.secrets()).isNotEqualTo(first.secrets());
    try (Connection user = tenants.asUser(second)) {
      assertThat(Sql.refusal(user, "TABLE ashes").getSQLState()).isEqualTo("42P01");
    }
  }

  @Test
  void aDeletionThatCameWhileItWasMadeIsNotForgotten() {
    tenants.request("fleeting");
    TenantName name = new TenantName("fleeting");
    tenants.directory().delete(name);
    tenants.rounds().check(name);
    await().atMost(Duration.ofSeconds(30)).until(() -> tenants.directory().find(name).isEmpty());
  }

  @Test
  void aMovedServerIsWrittenToTheDirectoryAndTheLoopback() throws SQLException {
    Tenant tenant = tenants.ready("moved");
    tenants.directory().ready(tenant.name(), "elsewhere.example", 1);
    try (Connection admin = tenants.asAdmin("moved")) {
      Sql.run(admin, "ALTER SERVER iasql_loopback OPTIONS (SET port '1')");
      tenants.rounds().check(tenant.name());
      await().until(() -> tenants.directory().find(tenant.name()).get().port() == server.port());
      assertThat(
              Sql.one(
                  admin, "SELECT srvoptions FROM pg_foreign_server WHERE srvname='iasql_loopback'"))
          .isEqualTo("{host=127.0.0.1,port=%d,dbname=moved}".formatted(server.port()));
    }
  }

  private void provision(Tenant tenant) throws SQLException {
    try (Connection maintenance = server.connectAlone(tenant.name())) {
      provisioner.provision(maintenance, tenant);
    }
  }

  private static Tenant at(Tenant tenant, String host, int port) {
    return new Tenant(
        tenant.name(),
        tenant.state(),
        host,
        port,
        tenant.secrets(),
        tenant.problem(),
        tenant.createdAt(),
        tenant.updatedAt());
  }
}
