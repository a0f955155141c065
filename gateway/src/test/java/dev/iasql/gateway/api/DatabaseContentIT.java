package dev.iasql.gateway.api;

import static dev.iasql.gateway.support.Api.administrator;
import static dev.iasql.gateway.support.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.gateway.support.Servers;
import dev.iasql.gateway.support.TenantServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class DatabaseContentIT {
  @Inject TenantServer server;

  private Tenant tenant;

  @BeforeEach
  void makeTenant() throws SQLException, IOException {
    tenant = server.ready("content");
  }

  @AfterEach
  void dropTenant() throws SQLException {
    server.drop(tenant.name());
  }

  @Test
  void listsInstalledModules() throws SQLException {
    execute(
        """
        INSERT INTO iasql.module (name, version, state, reason, manifest, uninstall_sql) VALUES
          ('aws_vpc', '1.0.0', 'importing', 'requested', '{}', ''),
          ('aws_account', '1.2.0', 'installed', 'needed by aws_vpc', '{}', '')
        """);

    viewer()
        .get("/api/v1/databases/content/modules")
        .then()
        .statusCode(200)
        .body("items.name", equalTo(List.of("aws_account", "aws_vpc")))
        .body("items.version", equalTo(List.of("1.2.0", "1.0.0")))
        .body("items.state", equalTo(List.of("installed", "importing")))
        .body("items.reason", equalTo(List.of("needed by aws_vpc", "requested")))
        .body("next", nullValue());
  }

  @Test
  void showsWhatBecameOfARequest() throws SQLException {
    execute(
        """
        INSERT INTO iasql.request
          (function, arguments, requested_by, state, stage, serial, progress, error, finished_at)
        VALUES
          ('iasql_install', '["aws_vcp"]', 'content', 'failed', 'install', true, NULL,
           '{"code": "MODULE_NOT_FOUND", "sql_state": "IA005", "message": "there is no module",
             "hint": "Did you mean aws_vpc?"}', now()),
          ('iasql_refresh', '[]', 'content', 'running', 'refresh', true, '{"table": "vpc"}', NULL, NULL)
        """);

    administrator()
        .get("/api/v1/databases/content/requests")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].id", equalTo(2))
        .body("items[0].state", equalTo("running"))
        .body("items[0].stage", equalTo("refresh"))
        .body("items[0].progress.table", equalTo("vpc"))
        .body("items[0].error", nullValue())
        .body("items[1].function", equalTo("iasql_install"))
        .body("items[1].arguments", equalTo(List.of("aws_vcp")))
        .body("items[1].requestedBy", equalTo("content"))
        .body("items[1].error.code", equalTo("MODULE_NOT_FOUND"))
        .body("items[1].error.sqlState", equalTo("IA005"))
        .body("items[1].error.hint", equalTo("Did you mean aws_vpc?"));
  }

  @Test
  void listsRequestsNewestFirstPageByPage() throws SQLException {
    execute(
        """
        INSERT INTO iasql.request (function, arguments, requested_by, state, stage, serial)
        SELECT 'iasql_refresh', '[]', 'content', 'done', 'refresh', true
        FROM generate_series(1, 120)
        """);

    JsonPath first = page("");
    JsonPath second = page("?cursor=" + first.getString("next"));
    JsonPath third = page("?cursor=" + second.getString("next"));

    assertThat(first.<Integer>getList("items.id")).hasSize(50).startsWith(120).endsWith(71);
    assertThat(second.<Integer>getList("items.id")).hasSize(50).startsWith(70).endsWith(21);
    assertThat(third.<Integer>getList("items.id")).hasSize(20).endsWith(1);
    assertThat(third.getString("next")).isNull();
  }

  private static JsonPath page(String query) {
    return administrator()
        .get("/api/v1/databases/content/requests" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.asEngine(tenant);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
