package dev.iasql.registry.catalogue;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.registry.FixtureBundles;
import dev.iasql.registry.Fixtures;
import dev.iasql.registry.Readiness;
import dev.iasql.registry.RegistryServers;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.Origin;
import dev.iasql.registry.store.RegistryDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FixtureBundles.class)
@WithTestResource(RegistryServers.class)
class ReplicaIT {
  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @Inject RegistryDatabase database;
  @Inject ModuleStore store;
  @Inject PublishedModules modules;

  @BeforeEach
  void awaitModules() {
    Readiness.await(ready);
  }

  @Test
  void seesWithinASecondWhatAnotherReplicaPublishesAndWithdraws() {
    ModuleBundle bundle = Fixtures.bundle("elsewhere", "1.0.0", Map.of());

    change(session -> store.publish(session, bundle, Origin.API));
    await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertStatus(200));

    change(
        session -> {
          store.withdraw(session, bundle.id());
          return null;
        });
    await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertStatus(404));
  }

  @Test
  void aReplicaThatStartsKnowsTheSame() {
    PublishedModules another = new PublishedModules(database, store);

    another.catchUp();

    assertThat(another.all()).containsExactlyInAnyOrderElementsOf(modules.all());
    ModuleCatalogue catalogue = another.catalogue();
    assertThat(catalogue.newestFirst("fruit"))
        .extracting(manifest -> manifest.version())
        .containsExactly("1.10.0", "1.9.0", "1.0.0");
  }

  private static void assertStatus(int status) {
    when().get("/api/v1/modules/elsewhere").then().statusCode(status);
  }

  private void change(RegistryDatabase.Work<?> work) {
    database.transaction(
        session -> {
          store.lock(session);
          return work.run(session);
        });
  }
}
