package dev.iasql.registry.publish;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import dev.iasql.local.process.FreePort;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
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
          "quarkus.datasource.jdbc.url", "jdbc:postgresql://" + nobody + "/registry",
          "quarkus.datasource.username", "nobody",
          "quarkus.datasource.password", "nothing",
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
  void staysAliveAndSaysWhatItWaitsFor() {
    when().get(live).then().statusCode(200);
    when()
        .get(ready)
        .then()
        .statusCode(503)
        .body(
            "checks.find { it.name == 'modules published' }.data['waiting for']",
            equalTo("migrating the registry's database"));
  }

  @Test
  void answersThatTheDatabaseIsAway() {
    when()
        .get("/api/v1/modules")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("UNAVAILABLE"))
        .body("detail", equalTo("the registry's database does not answer"));
  }
}
