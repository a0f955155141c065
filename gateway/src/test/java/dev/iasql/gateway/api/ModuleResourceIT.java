package dev.iasql.gateway.api;

import static dev.iasql.gateway.support.Api.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.event.Topics;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import dev.iasql.gateway.support.Publisher;
import dev.iasql.gateway.support.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ModuleResourceIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Test
  void listsTheNewestVersionOfWhatTheRegistryPublishedAndDidNotWithdraw() {
    publish("aws_account", "1.0.0", Map.of());
    publish("aws_vpc", "1.0.0", Map.of("aws_account", "^1.0.0"));
    publish("aws_vpc", "1.1.0", Map.of("aws_account", "^1.0.0"));
    publish("aws_vpc", "1.1.0", Map.of("aws_account", "^1.0.0"));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                viewer()
                    .get("/api/v1/modules")
                    .then()
                    .statusCode(200)
                    .body("items.name", equalTo(List.of("aws_account", "aws_vpc")))
                    .body("items.version", equalTo(List.of("1.0.0", "1.1.0")))
                    .body("items[1].dependencies.aws_account", equalTo("^1.0.0"))
                    .body("items[1].tables", equalTo(List.of("aws_vpc")))
                    .body("items[1].capabilities", equalTo(List.of()))
                    .body("items[1].manages", equalTo(List.of("Test::Cloud::Thing")))
                    .body("items[1].conflicts.module", equalTo(List.of("aws_account")))
                    .body(
                        "items[1].conflicts[0].over",
                        equalTo(List.of("the resource type Test::Cloud::Thing")))
                    .body("next", nullValue()));
    viewer()
        .queryParam("limit", 1)
        .get("/api/v1/modules")
        .then()
        .body("items.name", equalTo(List.of("aws_account")))
        .body("next", notNullValue());
    withdraw("aws_vpc@1.1.0");
    withdraw("nonsense");
    withdraw("never_published@1.0.0");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                viewer()
                    .get("/api/v1/modules")
                    .then()
                    .body("items.version", equalTo(List.of("1.0.0", "1.0.0"))));
  }

  private void withdraw(String key) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
      var unused = producer.send(new ProducerRecord<>(Topics.MODULES, key, null));
      producer.flush();
    }
  }

  private void publish(String name, String version, Map<String, String> dependencies) {
    ModuleManifest manifest =
        new ModuleManifest(
            name,
            version,
            "For tests.",
            dependencies,
            Provides.tables(List.of(name), List.of()),
            List.of("Test::Cloud::Thing"),
            List.of());
    Publisher.publish(
        kafka,
        new ModulePublished(new ModuleBundle(manifest, ModuleKind.SQL, "", "", "", Map.of())));
  }
}
