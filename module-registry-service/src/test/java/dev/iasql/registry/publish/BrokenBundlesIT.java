package dev.iasql.registry.publish;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.iasql.registry.RegistryServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BrokenBundlesIT.BrokenBundles.class)
@WithTestResource(RegistryServers.class)
class BrokenBundlesIT {
  public static final class BrokenBundles implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "iasql.registry.bundles", "src/test/broken-bundles",
          "quarkus.http.test-port", "0",
          "quarkus.management.test-port", "0");
    }
  }

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @Test
  void isNotReadyAndNamesEachBundleItRefused() {
    String check = "checks.find { it.name == 'modules published' }";
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                when()
                    .get(ready)
                    .then()
                    .statusCode(503)
                    .body(check + ".status", equalTo("DOWN"))
                    .body(check + ".data['basket@1.0.0']", containsString("fruit ^2.0.0"))
                    .body(
                        check + ".data['src/test/broken-bundles/misplaced/3.0.0']",
                        containsString("elsewhere/3.0.0")));
  }

  @Test
  void servesTheBundlesThatAreInOrder() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> when().get("/api/v1/modules").then().body("items.name", hasItem("fruit")));
  }
}
