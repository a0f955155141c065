package dev.iasql.gateway;

import static dev.iasql.gateway.support.Api.bearing;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import dev.iasql.local.process.FreePort;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ServersAwayIT.NothingThere.class)
class ServersAwayIT {
  public static final class NothingThere implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      String nobody = "127.0.0.1:" + FreePort.any();
      return Map.of(
          "iasql.directory.jdbc-url", "jdbc:postgresql://" + nobody + "/registry",
          "iasql.directory.username", "nobody",
          "iasql.directory.password", "nothing",
          "iasql.directory.encryption-key", Base64.getEncoder().encodeToString(new byte[32]),
          "iasql.gateway.token", "token",
          "kafka.bootstrap.servers", nobody,
          "quarkus.http.test-port", "0",
          "quarkus.management.test-port", "0");
    }
  }

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @TestHTTPResource(value = "/health/live", management = true)
  URI live;

  @Test
  void staysAliveAndIsNotReady() {
    when().get(live).then().statusCode(200);
    when()
        .get(ready)
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'tenant directory' }.status", equalTo("DOWN"));
  }

  @Test
  void answersThatTheDirectoryIsAway() {
    bearing("token")
        .get("/api/v1/databases")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("UNAVAILABLE"))
        .body("detail", equalTo("the tenant directory does not answer"));
  }

  @Test
  void stillListsTheModulesItHasHeardOf() {
    bearing("token").get("/api/v1/modules").then().statusCode(200);
  }
}
