package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The admin REST API with curl's eyes. */
class RestApiTest {
  private final IasqlSystem system = IasqlSystem.shared();

  @Test
  void withoutATokenNothingIsShown() {
    HttpResponse<String> response = system.send("GET", "/databases", null, null);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
    assertProblem(response, "UNAUTHENTICATED");
  }

  @Test
  void aWrongTokenIsRefused() {
    assertThat(system.send("GET", "/databases", null, "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void aDatabaseIsMadeShownAndRemoved() throws SQLException {
    TenantDatabase tenant = system.newTenant("rest");
    tenant.install("aws_account");

    JsonNode shown = IasqlSystem.json(system.api("GET", "/databases/" + tenant.name(), null));
    JsonNode modules =
        IasqlSystem.json(system.api("GET", "/databases/" + tenant.name() + "/modules", null));
    JsonNode requests =
        IasqlSystem.json(system.api("GET", "/databases/" + tenant.name() + "/requests", null));

    assertThat(shown.get("state").asText()).isEqualTo("ready");
    assertThat(shown.toString()).doesNotContain(tenant.password());
    assertThat(modules.get("items").findValuesAsText("name")).containsExactly("aws_account");
    assertThat(requests.get("items").findValuesAsText("function")).contains("iasql_install");

    assertThat(system.api("DELETE", "/databases/" + tenant.name(), null).statusCode())
        .isIn(202, 204);
    Awaitility.await()
        .until(() -> system.api("GET", "/databases/" + tenant.name(), null).statusCode() == 404);
  }

  @Test
  void faultsAreProblemsWithStableCodes() {
    assertProblem(system.api("GET", "/databases/nowhere", null), "DATABASE_NOT_FOUND");
    assertProblem(system.api("POST", "/databases", "{\"name\":\"Not A Name\"}"), "INVALID_NAME");
    assertProblem(system.api("POST", "/databases", "{\"name\":"), "INVALID_REQUEST");
    assertProblem(system.api("POST", "/databases", "{\"name\":\"demo\"}"), "DATABASE_EXISTS");
    assertProblem(system.api("GET", "/nothing/here", null), "NOT_FOUND");
  }

  @Test
  void modulesAreListed() {
    JsonNode modules = IasqlSystem.json(system.api("GET", "/modules", null));

    assertThat(modules.get("items").findValuesAsText("name"))
        .contains("aws_account", "aws_vpc", "aws_security_group");
  }

  private static void assertProblem(HttpResponse<String> response, String code) {
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = IasqlSystem.json(response);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("status").asInt()).isEqualTo(response.statusCode());
    assertThat(problem.get("detail").asText()).isNotBlank();
  }
}
