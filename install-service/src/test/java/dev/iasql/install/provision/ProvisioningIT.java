package dev.iasql.install.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ProvisioningIT {
  @Inject Tenants tenants;
  @Inject AdminServer server;
  @Inject Provisioner provisioner;

  @Test
  void makesARequestedDatabaseThatItsUserCanWorkIn() throws SQLException {
    Tenant tenant = tenants.ready("orchard");
    try (Connection user = tenants.asUser(tenant)) {
      assertThat(Sql.one(user, "SELECT iasql_version()")).isNotBlank().isNotEqualTo("null");
      Sql.run(user, "CREATE TABLE mine (id int PRIMARY KEY)");
      assertThat(Sql.one(user, "SELECT count(*) FROM mine")).isEqualTo("0");
      assertThat(Sql.rows(user, "SELECT * FROM iasql_modules_installed()")).isEmpty();
    }
  }
}
