package dev.iasql.gateway.access;

import static dev.iasql.gateway.support.Api.bearing;
import static dev.iasql.gateway.support.Api.viewer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.iasql.gateway.support.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Servers.class)
class AccessIT {
  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/databases",
    "POST, /api/v1/databases",
    "GET, /api/v1/databases/demo",
    "DELETE, /api/v1/databases/demo",
    "POST, /api/v1/databases/demo/credentials",
    "GET, /api/v1/databases/demo/modules",
    "GET, /api/v1/databases/demo/requests",
    "GET, /api/v1/modules",
    "POST, /api/v1/modules",
    "POST, /api/v1/modules/check",
    "POST, /api/v1/modules/resolve",
    "GET, /api/v1/modules/graph",
    "GET, /api/v1/modules/aws_vpc",
    "GET, /api/v1/modules/aws_vpc/versions/1.0.0",
    "DELETE, /api/v1/modules/aws_vpc/versions/1.0.0",
    "GET, /api/v1/nothing"
  })
  void letsNobodyInWithoutAToken(String method, String path) {
    given()
        .request(method, path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"iasql\"")
        .body("code", equalTo("UNAUTHENTICATED"))
        .body("sqlState", equalTo("IA051"))
        .body("instance", equalTo(path))
        .body("hint", notNullValue());
  }

  @Test
  void letsNobodyInWithAWrongToken() {
    bearing("guessed").get("/api/v1/databases").then().statusCode(401);
  }

  @Test
  void letsViewersRead() {
    viewer().get("/api/v1/databases").then().statusCode(200);
    viewer().get("/api/v1/modules").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/databases",
    "DELETE, /api/v1/databases/demo",
    "POST, /api/v1/databases/demo/credentials",
    "POST, /api/v1/modules",
    "POST, /api/v1/modules/check",
    "DELETE, /api/v1/modules/aws_vpc/versions/1.0.0"
  })
  void letsViewersChangeNothing(String method, String path) {
    viewer()
        .contentType("application/json")
        .body(Map.of("name", "demo"))
        .request(method, path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("FORBIDDEN"));
  }
}
