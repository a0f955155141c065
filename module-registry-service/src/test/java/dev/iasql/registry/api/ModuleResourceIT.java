package dev.iasql.registry.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.iasql.registry.FixtureBundles;
import dev.iasql.registry.Readiness;
import dev.iasql.registry.RegistryServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(FixtureBundles.class)
@WithTestResource(RegistryServers.class)
class ModuleResourceIT {
  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @BeforeEach
  void awaitModules() {
    Readiness.await(ready);
  }

  @Test
  void listsTheNewestVersionOfEachModule() {
    when()
        .get("/api/v1/modules")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("items.name", hasItems("basket", "fruit", "orchard"))
        .body("items.findAll { it.name == 'fruit' }.version", equalTo(List.of("1.10.0")))
        .body("items.find { it.name == 'basket' }.dependencies.fruit", equalTo("^1.0.0"))
        .body("items.find { it.name == 'fruit' }.manages", hasItem("Test::Garden::Fruit"));
  }

  @Test
  void listsEveryVersionOnRequest() {
    given()
        .queryParam("all", true)
        .get("/api/v1/modules")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.name == 'fruit' }.version",
            equalTo(List.of("1.10.0", "1.9.0", "1.0.0")));
  }

  @Test
  void showsAModuleWithItsVersions() {
    when()
        .get("/api/v1/modules/fruit")
        .then()
        .statusCode(200)
        .body("latest.version", equalTo("1.10.0"))
        .body("versions", hasSize(3));
  }

  @Test
  void showsAVersion() {
    when()
        .get("/api/v1/modules/basket/versions/1.0.0")
        .then()
        .statusCode(200)
        .body("manifest.provides.tables", equalTo(List.of("basket")))
        .body("readme", containsString("# basket"))
        .body("sizes.installSql", equalTo(52))
        .body("contentHash.length()", equalTo(64))
        .body("publishedAt", notNullValue());
  }

  @Test
  void showsTheGraphWithConflicts() {
    when()
        .get("/api/v1/modules/graph")
        .then()
        .statusCode(200)
        .body("nodes.name", hasItems("basket", "fruit", "orchard"))
        .body("edges.find { it.from == 'basket' }.to", equalTo("fruit"))
        .body("edges.find { it.from == 'basket' }.range", equalTo("^1.0.0"))
        .body(
            "conflicts.find { it.between == ['fruit', 'orchard'] }.over",
            equalTo(List.of("the resource type Test::Garden::Fruit")));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json, nodes",
    "*/*, application/json, nodes",
    "text/vnd.mermaid, text/vnd.mermaid, basket",
    "image/svg+xml, image/svg+xml, <svg",
    "'text/html, image/svg+xml;q=0.9, application/json;q=0.5', image/svg+xml, <svg"
  })
  void showsTheGraphAsItIsAskedFor(String accept, String type, String content) {
    given()
        .header("Accept", accept)
        .get("/api/v1/modules/graph")
        .then()
        .statusCode(200)
        .header("Content-Type", org.hamcrest.Matchers.startsWith(type))
        .body(containsString(content));
  }

  @Test
  void showsTheGraphInNoOtherForm() {
    given()
        .header("Accept", "image/png")
        .get("/api/v1/modules/graph")
        .then()
        .statusCode(406)
        .body("code", equalTo("NOT_ACCEPTABLE"));
  }

  @Test
  void worksOutAnInstallation() {
    given()
        .contentType("application/json")
        .body(Map.of("modules", List.of("basket")))
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(200)
        .body("steps.order", equalTo(List.of(1, 2)))
        .body("steps.name", equalTo(List.of("fruit", "basket")))
        .body("steps.version", equalTo(List.of("1.10.0", "1.0.0")))
        .body("steps.action", equalTo(List.of("install", "install")))
        .body("steps.reason", equalTo(List.of("needed by basket", "requested")))
        .body("steps[0].tables", equalTo(List.of("fruit")));
  }

  @Test
  void keepsWhatIsInstalled() {
    given()
        .contentType("application/json")
        .body(Map.of("modules", List.of("basket", "fruit"), "installed", List.of("fruit@1.9.0")))
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(200)
        .body("steps.version", equalTo(List.of("1.9.0", "1.0.0")))
        .body("steps.action", equalTo(List.of("keep", "install")))
        .body("steps[0].reason", equalTo("already installed"));
  }

  @Test
  void refusesModulesThatConflict() {
    given()
        .contentType("application/json")
        .body(Map.of("modules", List.of("fruit", "orchard")))
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("MODULE_CONFLICT"))
        .body("sqlState", equalTo("IA008"))
        .body("detail", containsString("Test::Garden::Fruit"));
  }

  @Test
  void suggestsTheModuleThatWasProbablyMeant() {
    when()
        .get("/api/v1/modules/friut")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/module-not-found"))
        .body("title", equalTo("No module of that name is in the registry."))
        .body("status", equalTo(404))
        .body("detail", equalTo("there is no module \"friut\""))
        .body("instance", equalTo("/api/v1/modules/friut"))
        .body("code", equalTo("MODULE_NOT_FOUND"))
        .body("sqlState", equalTo("IA005"))
        .body("hint", containsString("Did you mean fruit?"));
  }

  @Test
  void namesTheVersionsThereAre() {
    when()
        .get("/api/v1/modules/fruit/versions/3.0.0")
        .then()
        .statusCode(404)
        .body("code", equalTo("VERSION_NOT_FOUND"))
        .body("hint", equalTo("It has 1.10.0, 1.9.0, 1.0.0."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"modules": []}                                     | 400 | NO_ARGUMENT
          {}                                                  | 400 | NO_ARGUMENT
          {"modules": [null]}                                 | 400 | NULL_ARGUMENT
          {"modules": ["Fruit; DROP TABLE x"]}                | 400 | INVALID_NAME
          {"modules": ["nothing"]}                            | 404 | MODULE_NOT_FOUND
          {"modules": ["fruit@9.0.0"]}                        | 404 | VERSION_NOT_FOUND
          {"modules": ["basket"], "installed": ["fruit"]}     | 404 | VERSION_NOT_FOUND
          {"modules": ["basket"], "instaled": []}             | 400 | INVALID_REQUEST
          {"modules": "basket"}                               | 400 | INVALID_REQUEST
          {"modules": [                                       | 400 | INVALID_REQUEST
          []                                                  | 400 | INVALID_REQUEST
          null                                                | 400 | INVALID_REQUEST
          """)
  void refusesBodiesThatAreWrong(String body, int status, String code) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", notNullValue());
  }

  @Test
  void refusesAVersionThatIsVeryLong() {
    given()
        .contentType("application/json")
        .body(Map.of("modules", List.of("fruit@1.0.0-" + "a.".repeat(25_000) + "b")))
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_NAME"));
  }

  @Test
  void refusesMoreNamesThanACallTakes() {
    given()
        .contentType("application/json")
        .body(Map.of("modules", Collections.nCopies(201, "fruit")))
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(400)
        .body("code", equalTo("TOO_MANY_ARGUMENTS"));
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    given()
        .contentType("application/json")
        .body(Map.of("modules", List.of("x".repeat(100_000))))
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void refusesAnotherMediaType() {
    given()
        .contentType("text/plain")
        .body("fruit")
        .post("/api/v1/modules/resolve")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  @ParameterizedTest
  @CsvSource({"/", "/api/v1", "/api/v1/nothing", "/api/v1/modules/a/b/c", "/api/v2/modules"})
  void refusesAnAddressThatIsNotThere(String path) {
    when()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"))
        .body("instance", equalTo(path));
  }

  @Test
  void refusesAMethodTheAddressDoesNotKnow() {
    when()
        .delete("/api/v1/modules")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("code", equalTo("METHOD_NOT_ALLOWED"))
        .body("hint", notNullValue());
  }

  @Test
  void describesEveryAddress() {
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.size()", equalTo(5))
        .body(
            "paths.collect { it.value.values().description }.flatten()", not(hasItem(nullValue())));
  }
}
