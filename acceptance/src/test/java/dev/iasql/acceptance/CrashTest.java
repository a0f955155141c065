package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any part may die at any moment: the waiting caller gets its answer all the same. */
class CrashTest {
  private final IasqlSystem system = IasqlSystem.shared();

  @ParameterizedTest
  @ValueSource(strings = {"registry", "install", "sync", "gateway", "kafka"})
  void aPartKilledDuringAnInstallationDelaysTheAnswerOnly(String part) throws Exception {
    TenantDatabase tenant = system.newTenant("crash_" + part);
    CompletableFuture<List<Map<String, Object>>> answer =
        CompletableFuture.supplyAsync(() -> install(tenant));
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(() -> !tenant.query("SELECT * FROM iasql_requests()").isEmpty());

    system.iasql("stop", part, "--kill").orFail();
    system.iasql("start", part).orFail();

    List<Map<String, Object>> rows = answer.get(2, TimeUnit.MINUTES);
    assertThat(rows)
        .extracting(row -> row.get("table_name"))
        .contains("vpc", "security_group_rule");
    assertThat(tenant.query("SELECT module_name FROM iasql_modules_installed()")).hasSize(3);
    assertThat(tenant.query(TenantDatabase.ERRORS)).isEmpty();
    assertThat(tenant.value("SELECT count(*) FROM vpc WHERE is_default")).isEqualTo(3L);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  void servicesReconnectAfterPostgresRestarted() throws SQLException {
    TenantDatabase tenant = system.newTenant("restart");
    tenant.install("aws_account");

    system.iasql("stop", "postgres", "--kill").orFail();
    system.iasql("start", "postgres").orFail();

    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(tenant.query("SELECT * FROM iasql_modules_installed()")).hasSize(1));
    assertThat(install(tenant)).isNotEmpty();
  }

  private static List<Map<String, Object>> install(TenantDatabase tenant) {
    try {
      return tenant.query("SELECT * FROM iasql_install('aws_security_group')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
