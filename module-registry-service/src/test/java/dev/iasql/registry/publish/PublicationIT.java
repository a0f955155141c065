package dev.iasql.registry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.event.Topics;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.registry.FixtureBundles;
import dev.iasql.registry.Readiness;
import dev.iasql.registry.RegistryServers;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.StoredModule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FixtureBundles.class)
@WithTestResource(RegistryServers.class)
class PublicationIT {
  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @Inject Publication publication;
  @Inject ModuleNews news;
  @Inject ModuleStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @BeforeEach
  void awaitModules() {
    Readiness.await(ready);
  }

  @Test
  void announcesEveryVersionWithItsBundle() {
    List<ConsumerRecord<String, String>> records = TopicReader.read(kafka, Topics.MODULES);

    assertThat(records)
        .extracting(ConsumerRecord::key)
        .contains("basket@1.0.0", "fruit@1.0.0", "fruit@1.9.0", "fruit@1.10.0", "orchard@2.0.0");
    ConsumerRecord<String, String> basket =
        records.stream().filter(record -> record.key().equals("basket@1.0.0")).findAny().get();
    assertThat(header(basket, "ce_type")).isEqualTo("dev.iasql.module.published.v1");
    assertThat(header(basket, "ce_source")).isEqualTo("/module-registry-service");
    assertThat(header(basket, "ce_subject")).isEqualTo("basket@1.0.0");
    assertThat(header(basket, "ce_specversion")).isEqualTo("1.0");
    assertThat(EventCodec.read(basket.value(), ModulePublished.class).get().bundle())
        .isEqualTo(stored("basket").bundle());
  }

  @Test
  void makesTheTopicsAsTheirContentNeedsIt() {
    Map<String, Map<String, String>> settings = TopicReader.settings(kafka, Topics.ALL);

    assertThat(settings).containsOnlyKeys(Topics.ALL);
    assertThat(settings.get(Topics.MODULES))
        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
    assertThat(settings.get(Topics.DATABASES))
        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
    assertThat(settings.get(Topics.REQUESTS))
        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete")
        .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "604800000");
  }

  @Test
  void changesNothingWhenItStartsAgain() {
    List<StoredModule> before = store.list();

    Map<String, String> refused = publication.publishAll();
    news.announceAll();

    assertThat(refused).isEmpty();
    assertThat(store.list()).isEqualTo(before);
  }

  @Test
  void refusesOtherContentForAPublishedVersion() {
    ModuleBundle fruit = stored("fruit").bundle();
    ModuleBundle changed =
        new ModuleBundle(
            fruit.manifest(),
            fruit.kind(),
            fruit.installSql() + "-- changed",
            fruit.uninstallSql(),
            fruit.readme(),
            fruit.migrations());

    assertThatThrownBy(() -> store.publish(changed))
        .isInstanceOf(ConflictException.class)
        .hasMessage("fruit@1.10.0 was published before with other content")
        .extracting(e -> ((ConflictException) e).code())
        .isEqualTo(ErrorCode.MODULE_INVALID);
    assertThat(stored("fruit").bundle()).isEqualTo(fruit);
  }

  private StoredModule stored(String name) {
    return store.versions(name).getFirst();
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
