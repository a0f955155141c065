package dev.iasql.gateway.api;

import static dev.iasql.gateway.support.Api.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.iasql.core.event.ModulePublished;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ModuleResourceIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Test
  void listsTheNewestVersionOfWhatTheRegistryPublished() {
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
                    .body("items[1].manages", equalTo(List.of("Test::Cloud::Thing"))));
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
