package dev.iasql.gateway.api;

import static dev.iasql.gateway.support.Api.administrator;
import static dev.iasql.gateway.support.Api.viewer;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.iasql.gateway.support.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class RegistryPassThroughIT {
  private static final String AUTHORIZATION = "Bearer " + Servers.TOKEN;

  @Test
  void asksTheRegistryForModulesAndVersions() {
    viewer()
        .get("/api/v1/modules/aws_vpc")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("path", equalTo("/api/v1/modules/aws_vpc"));
    viewer()
        .get("/api/v1/modules/aws_vpc/versions/1.0.0")
        .then()
        .statusCode(200)
        .body("path", equalTo("/api/v1/modules/aws_vpc/versions/1.0.0"));
    viewer()
        .get("/api/v1/modules/..%2F..%2Fetc")
        .then()
        .statusCode(200)
        .body("path", equalTo("/api/v1/modules/..%2F..%2Fetc"));
  }

  @Test
  void letsViewersAskWhatAnInstallationWouldDo() {
    viewer()
        .contentType("application/json")
        .body(Map.of("modules", "x"))
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(200)
        .body("type", equalTo("application/json"))
        .body("bytes", equalTo(15));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json",
    "*/*, application/json",
    "text/vnd.mermaid, text/vnd.mermaid",
    "image/svg+xml, image/svg+xml"
  })
  void showsTheGraphAsItIsAskedFor(String accept, String type) {
    viewer()
        .header("Accept", accept)
        .get("/api/v1/modules/graph")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith(type));
  }

  @Test
  void publishesAndDeletesWithTheTokenTheRegistryKnows() {
    administrator()
        .contentType("application/zip")
        .body(new byte[1000])
        .post("/api/v1/modules")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/v1/modules/made"))
        .header("Location", org.hamcrest.Matchers.not(startsWith("http://registry")))
        .body("authorization", equalTo(AUTHORIZATION))
        .body("type", equalTo("application/zip"))
        .body("bytes", equalTo(1000));
    administrator().delete("/api/v1/modules/x/versions/1.0.0").then().statusCode(204);
  }

  @Test
  void passesNothingOnThatIsTooLarge() {
    administrator()
        .contentType("application/zip")
        .body(new byte[1024 * 1024 + 1])
        .post("/api/v1/modules")
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
    administrator()
        .contentType("application/zip")
        .body(new byte[1024 * 1024])
        .post("/api/v1/modules")
        .then()
        .statusCode(201)
        .body("bytes", equalTo(1024 * 1024));
  }

  @Test
  void passesProblemsOn() {
    viewer()
        .get("/api/v1/modules/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("MODULE_NOT_FOUND"))
        .body("instance", equalTo("/api/v1/modules/nothing"));
  }

  @ParameterizedTest
  @CsvSource({
    "lost, the module registry does not answer",
    "locked, the module registry does not let the gateway in"
  })
  void saysWhoIsToBlameIfTheRegistryIsNoHelp(String module, String detail) {
    viewer()
        .get("/api/v1/modules/" + module)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("UNAVAILABLE"))
        .body("detail", startsWith(detail));
  }
}
