package dev.iasql.registry.api;

import static dev.iasql.registry.Zipped.module;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.event.Topics;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.registry.FixtureBundles;
import dev.iasql.registry.Readiness;
import dev.iasql.registry.RegistryServers;
import dev.iasql.registry.TopicReader;
import dev.iasql.registry.Zipped;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(FixtureBundles.class)
@WithTestResource(RegistryServers.class)
class PublishIT {
  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @BeforeEach
  void awaitModules() {
    Readiness.await(ready);
  }

  @Test
  void publishesABundleAndTellsEverybody() {
    Zipped bundle =
        module(
            "pie",
            "1.0.0",
            "dependencies: { fruit: ^1.0.0 }",
            "provides: { tables: [pie], capabilities: [dessert@1.0.0] }");

    publish(bundle)
        .statusCode(201)
        .header("Location", endsWith("/api/v1/modules/pie/versions/1.0.0"))
        .body("name", equalTo("pie"))
        .body("kind", equalTo("sql"))
        .body("capabilities", equalTo(List.of("dessert@1.0.0")))
        .body("usedBy", equalTo(0))
        .body("contentHash.length()", equalTo(64));

    when().get("/api/v1/modules/pie/versions/1.0.0").then().body("usedBy", nullValue());
    ModulePublished event = EventCodec.read(last("pie@1.0.0"), ModulePublished.class).orElseThrow();
    assertThat(event.bundle().kind()).isEqualTo(ModuleKind.SQL);
    assertThat(event.bundle().installSql()).isEqualTo("CREATE TABLE pie (id int)");
    given()
        .contentType("application/json")
        .body("{\"modules\": [\"pie\"]}")
        .post("/api/v1/modules/resolve")
        .then()
        .body("steps.name", equalTo(List.of("fruit", "pie")));
  }

  @Test
  void takesTheSameContentTwiceAndOtherContentNever() {
    publish(module("crumble", "1.0.0")).statusCode(201);

    publish(module("crumble", "1.0.0")).statusCode(200).header("Location", notNullValue());
    publish(module("crumble", "1.0.0").with("install.sql", "SELECT 'other'"))
        .statusCode(409)
        .body("code", equalTo("VERSION_EXISTS"))
        .body("detail", startsWith("crumble@1.0.0 was published before with other content"));
    publish(module("crumble", "1.0.1").with("install.sql", "SELECT 'other'")).statusCode(201);
  }

  @Test
  void takesTheLargestBundleThereMayBe() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; sql.length() < 3_900_000; i++) {
      sql.append("COMMENT ON TABLE large IS 'line \"").append(i % 10_000).append("\"';\n");
    }
    publish(module("large", "1.0.0").with("install.sql", sql.toString())).statusCode(201);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(last("large@1.0.0")).hasSizeGreaterThan(3_900_000));
  }

  @Test
  void letsOnlyAdministratorsPublishAndDelete() {
    byte[] zip = module("secret", "1.0.0").bytes();
    for (String token : List.of("", "Bearer guessed", "Basic " + RegistryServers.ADMINISTRATOR)) {
      assertProblem(bearing(token).body(zip).post("/api/v1/modules"), 401, "UNAUTHENTICATED");
      assertProblem(
          bearing(token).delete("/api/v1/modules/fruit/versions/1.0.0"), 401, "UNAUTHENTICATED");
    }
    String viewer = "Bearer " + RegistryServers.VIEWER;
    assertProblem(bearing(viewer).body(zip).post("/api/v1/modules"), 403, "FORBIDDEN");
    assertProblem(bearing(viewer).delete("/api/v1/modules/fruit/versions/1.0.0"), 403, "FORBIDDEN");
    when().get("/api/v1/modules/secret").then().statusCode(404);
  }

  @Test
  void refusesCirclesAndDependenciesThatAreMissing() {
    publish(module("hen", "1.0.0")).statusCode(201);
    publish(module("egg", "1.0.0", "dependencies: { hen: \"*\" }")).statusCode(201);

    publish(module("hen", "1.1.0", "dependencies: { egg: \"*\" }"))
        .statusCode(400)
        .body("code", equalTo("MODULE_INVALID"))
        .body("detail", containsString("in a circle: hen -> egg -> hen"));
    publish(module("hen", "1.2.0", "dependencies: { rooster: \"*\" }"))
        .statusCode(400)
        .body("detail", containsString("rooster *, which is not published"));
  }

  @Test
  void letsOneOfManyWin() throws Exception {
    List<Integer> states = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String sql = "SELECT " + i % 2;
        running.add(
            threads.submit(
                () -> send(module("race", "1.0.0").with("install.sql", sql).bytes()).statusCode()));
      }
      for (Future<Integer> one : running) {
        states.add(one.get());
      }
    }

    assertThat(states).containsExactlyInAnyOrder(201, 200, 200, 200, 409, 409, 409, 409);
  }

  @Test
  void deletesWhatNobodyNeedsAndRemembersWhatItWas() {
    publish(module("tart", "1.0.0")).statusCode(201);
    publish(module("picnic", "1.0.0", "dependencies: { tart: ^1.0.0 }")).statusCode(201);

    delete("tart", "1.0.0")
        .statusCode(409)
        .body("code", equalTo("VERSION_IN_USE"))
        .body("detail", containsString("no other version meets the dependency of picnic@1.0.0"));
    publish(module("tart", "1.1.0")).statusCode(201);
    delete("tart", "1.0.0").statusCode(204);

    when().get("/api/v1/modules/tart/versions/1.0.0").then().statusCode(404);
    assertThat(last("tart@1.0.0")).isNull();
    publish(module("tart", "1.0.0").with("install.sql", "SELECT 'other'"))
        .statusCode(409)
        .body("detail", containsString("not even after it was deleted"));
    publish(module("tart", "1.0.0")).statusCode(201);
    assertThat(last("tart@1.0.0")).isNotNull();
  }

  @Test
  void deletesNothingThatShipsOrIsNotThere() {
    delete("fruit", "1.0.0")
        .statusCode(409)
        .body("code", equalTo("VERSION_IN_USE"))
        .body("detail", containsString("ships with the registry"));
    delete("fruit", "7.0.0").statusCode(404).body("code", equalTo("VERSION_NOT_FOUND"));
    delete("frui", "7.0.0").statusCode(404).body("code", equalTo("MODULE_NOT_FOUND"));
    delete("fruit", "no%20version").statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"application/json", "text/plain", "application/x-tar", "multipart/form-data"})
  void takesNothingButZip(String type) {
    given()
        .header("Authorization", "Bearer " + RegistryServers.ADMINISTRATOR)
        .header("Content-Type", type)
        .body("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/modules")
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  @Test
  void refusesBodiesThatAreNoBundle() {
    assertProblem(send(new byte[0]), 400, "MODULE_INVALID");
    assertProblem(send(new byte[1000]), 400, "MODULE_INVALID");
    assertProblem(send(new byte[1024 * 1024 + 1]), 413, "BODY_TOO_LARGE");
    assertProblem(
        send(module("evil", "1.0.0").with("../evil.sql", "").bytes()), 400, "MODULE_INVALID");
    assertProblem(
        send(module("evil", "1.0.0").with("bomb.sql", " ".repeat(5_000_000)).bytes()),
        413,
        "BODY_TOO_LARGE");
    assertProblem(
        send(module("evil", "1.0.0", "manages: [\"Test::Garden::Fruit\"]").bytes()),
        400,
        "MODULE_INVALID");
    assertProblem(
        send(module("evil", "1.0.0", "summary: \"twice\"").bytes()), 400, "MODULE_INVALID");
    when().get("/api/v1/modules/evil").then().statusCode(404);
  }

  @Test
  void showsConflictsOfWhatIsPublished() {
    publish(module("fruit_salad", "1.0.0", "provides: { views: [fruit] }")).statusCode(201);

    when()
        .get("/api/v1/modules/fruit_salad")
        .then()
        .body("latest.conflicts.module", equalTo(List.of("fruit")))
        .body("latest.conflicts[0].over", equalTo(List.of("the relation fruit")));
    when()
        .get("/api/v1/modules/fruit/versions/1.0.0")
        .then()
        .body("conflicts.module", org.hamcrest.Matchers.hasItem("fruit_salad"));
    when()
        .get("/api/v1/modules")
        .then()
        .body("items.find { it.name == 'fruit_salad' }.conflicts", hasSize(1));
  }

  private String last(String key) {
    Stream<ConsumerRecord<String, String>> records =
        TopicReader.read(kafka, Topics.MODULES).stream().filter(record -> record.key().equals(key));
    return records.reduce((before, after) -> after).orElseThrow().value();
  }

  private static ValidatableResponse publish(Zipped bundle) {
    return send(bundle.bytes()).then();
  }

  private static Response send(byte[] zip) {
    return bearing("Bearer " + RegistryServers.ADMINISTRATOR).body(zip).post("/api/v1/modules");
  }

  private static ValidatableResponse delete(String name, String version) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + RegistryServers.ADMINISTRATOR)
        .delete("/api/v1/modules/%s/versions/%s".formatted(name, version))
        .then();
  }

  private static RequestSpecification bearing(String authorization) {
    return given().header("Authorization", authorization).contentType("application/zip");
  }

  private static void assertProblem(Response response, int status, String code) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }
}
