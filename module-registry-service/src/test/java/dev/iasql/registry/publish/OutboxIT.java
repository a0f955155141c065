package dev.iasql.registry.publish;

import static dev.iasql.registry.Zipped.module;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.event.Topics;
import dev.iasql.registry.FixtureBundles;
import dev.iasql.registry.KafkaThatCrashes;
import dev.iasql.registry.Readiness;
import dev.iasql.registry.RegistryServers;
import dev.iasql.registry.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FixtureBundles.class)
@WithTestResource(KafkaThatCrashes.class)
class OutboxIT {
  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  Runnable killKafka;
  Runnable restartKafka;

  @BeforeEach
  void awaitModules() {
    Readiness.await(ready);
  }

  @Test
  void announcesWhenKafkaIsBackWhatWasPublishedWhileItWasAway() {
    killKafka.run();
    try {
      given()
          .header("Authorization", "Bearer " + RegistryServers.ADMINISTRATOR)
          .contentType("application/zip")
          .body(module("patient", "1.0.0").bytes())
          .post("/api/v1/modules")
          .then()
          .statusCode(201);
    } finally {
      restartKafka.run();
    }

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(TopicReader.read(kafka, Topics.MODULES))
                    .anySatisfy(record -> assertThat(record.key()).isEqualTo("patient@1.0.0")));
  }
}
