package dev.iasql.gateway.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantSecrets;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.gateway.support.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class CheckSweepIT {
  @ConfigProperty(name = "test.postgres.admin")
  String admin;

  @Inject TenantDirectory directory;
  @Inject CheckSweep sweep;

  @Test
  void removesWhatAnInterruptedCheckLeft() throws Exception {
    TenantName old = tenant("check_00000001");
    TenantName young = tenant("check_00000002");
    TenantName users = tenant("check_mate");
    try (var connection =
            java.sql.DriverManager.getConnection(admin.replace("/postgres?", "/iasql_registry?"));
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE tenant SET created_at = now() - interval '1 hour'"
              + " WHERE name IN ('check_00000001', 'check_mate')");
    }

    sweep.sweep();

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(state(old)).isEqualTo(TenantState.DELETING));
    assertThat(state(young)).isEqualTo(TenantState.REQUESTED);
    assertThat(state(users)).isEqualTo(TenantState.REQUESTED);
    directory.forget(old);
    directory.forget(young);
    directory.forget(users);
  }

  private TenantName tenant(String text) {
    TenantName name = new TenantName(text);
    directory.request(name, TenantSecrets.random());
    return name;
  }

  private TenantState state(TenantName name) {
    return directory.find(name).map(Tenant::state).orElseThrow();
  }
}
