package dev.iasql.registry;

import static io.restassured.RestAssured.when;

import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits for the service under test. */
public final class Readiness {
  private Readiness() {}

  public static void await(URI ready) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> when().get(ready).then().statusCode(200));
  }
}
