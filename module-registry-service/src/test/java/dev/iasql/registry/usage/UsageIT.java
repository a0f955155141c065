package dev.iasql.registry.usage;

import static dev.iasql.registry.Zipped.module;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.event.InstallationChanged.Change;
import dev.iasql.registry.FixtureBundles;
import dev.iasql.registry.Readiness;
import dev.iasql.registry.RegistryServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FixtureBundles.class)
@WithTestResource(RegistryServers.class)
class UsageIT {
  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @BeforeEach
  void awaitModules() {
    Readiness.await(ready);
  }

  @Test
  void knowsHowManyDatabasesUseAVersion() throws Exception {
    publish("plum", "1.0.0");
    publish("plum", "1.1.0");
    Instant now = Instant.now();

    send(installed("one", 1, Change.CREATED, "plum@1.0.0"), now);
    send(installed("two", 1, Change.CREATED, "plum@1.0.0"), now);
    assertUsed("plum", "1.0.0", 2);

    send(installed("one", 5, Change.UPGRADED, "plum@1.1.0"), now);
    assertUsed("plum", "1.0.0", 1);
    assertUsed("plum", "1.1.0", 1);

    administrator()
        .delete("/api/v1/modules/plum/versions/1.0.0")
        .then()
        .statusCode(409)
        .body("code", equalTo("VERSION_IN_USE"))
        .body("detail", containsString("1 database uses it"));

    send(installed("two", 2, Change.REMOVED, "plum@1.0.0"), now);
    assertUsed("plum", "1.0.0", 0);
    administrator().delete("/api/v1/modules/plum/versions/1.0.0").then().statusCode(204);
  }

  @Test
  void isNotConfusedByNewsThatComesTwiceOrLate() throws Exception {
    publish("cherry", "1.0.0");
    publish("marker", "1.0.0");
    Instant now = Instant.now();

    send(installed("late", 1, Change.CREATED, "cherry@1.0.0"), now);
    send(installed("late", 2, Change.REMOVED, "cherry@1.0.0"), now);
    send(installed("late", 1, Change.CREATED, "cherry@1.0.0"), now);
    send(installed("late", 3, Change.CREATED, "cherry@1.0.0"), now);
    send(installed("late", 3, Change.UNDONE, "cherry@1.0.0"), now);
    send(installed("late", 4, Change.CREATED, "marker@1.0.0"), now);
    send(installed("late", 4, Change.CREATED, "marker@1.0.0"), now);

    assertUsed("marker", "1.0.0", 1);
    assertUsed("cherry", "1.0.0", 0);
  }

  @Test
  void forgetsATenantThatIsDeletedButNotTheNextOfThatName() throws Exception {
    publish("quince", "1.0.0");
    Instant first = Instant.now().minusSeconds(100);

    send(installed("again", 40, Change.CREATED, "quince@1.0.0"), first);
    assertUsed("quince", "1.0.0", 1);
    send(new DatabaseChanged("again", DatabaseChanged.Change.DELETED), first.plusSeconds(10));
    assertUsed("quince", "1.0.0", 0);

    send(installed("again", 3, Change.CREATED, "quince@1.0.0"), first.plusSeconds(20));
    assertUsed("quince", "1.0.0", 1);
    send(new DatabaseChanged("again", DatabaseChanged.Change.DELETED), first.plusSeconds(10));
    send(installed("again", 41, Change.REMOVED, "quince@1.0.0"), first.plusSeconds(5));
    send(installed("other", 1, Change.CREATED, "quince@1.0.0"), first.plusSeconds(30));
    assertUsed("quince", "1.0.0", 2);
  }

  @Test
  void skipsNewsItCannotRead() throws Exception {
    publish("date", "1.0.0");
    try (KafkaProducer<String, String> producer = producer()) {
      producer.send(new ProducerRecord<>("iasql.installations", "odd", "{\"nonsense\"")).get();
      producer.send(new ProducerRecord<>("iasql.installations", "odd", null)).get();
    }
    send(installed("odd", 1, Change.CREATED, "date@1.0.0"), Instant.now());

    assertUsed("date", "1.0.0", 1);
  }

  private static void assertUsed(String name, String version, int databases) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                administrator()
                    .get("/api/v1/modules/%s/versions/%s".formatted(name, version))
                    .then()
                    .statusCode(200)
                    .body("usedBy", equalTo(databases)));
  }

  private static void publish(String name, String version) {
    administrator()
        .contentType("application/zip")
        .body(module(name, version).bytes())
        .post("/api/v1/modules")
        .then()
        .statusCode(201);
  }

  private static RequestSpecification administrator() {
    return given().header("Authorization", "Bearer " + RegistryServers.ADMINISTRATOR);
  }

  private static InstallationChanged installed(
      String tenant, long request, Change change, String module) {
    return new InstallationChanged(tenant, request, change, List.of(module));
  }

  private void send(IasqlEvent event, Instant at) throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer = producer()) {
      producer
          .send(
              new ProducerRecord<>(
                  event.topic(), null, at.toEpochMilli(), event.key(), EventCodec.write(event)))
          .get();
    }
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
  }
}
