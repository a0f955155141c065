package dev.iasql.registry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.event.Topics;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleVersion;
import dev.iasql.registry.FixtureBundles;
import dev.iasql.registry.Readiness;
import dev.iasql.registry.RegistryServers;
import dev.iasql.registry.TopicReader;
import dev.iasql.registry.catalogue.PublishedModules;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.Origin;
import dev.iasql.registry.store.PublishedVersion;
import dev.iasql.registry.store.RegistryDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  @Inject KafkaTopics topics;
  @Inject RegistryDatabase database;
  @Inject ModuleStore store;
  @Inject PublishedModules modules;

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
        .isEqualTo(stored("basket", "1.0.0"));
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
    awaitAnnouncements();
    Set<PublishedVersion> before = Set.copyOf(modules.all());
    int announced = TopicReader.read(kafka, Topics.MODULES).size();

    Map<String, String> refused = publication.publishAll();
    news.announce(topics.ensure());

    assertThat(refused).isEmpty();
    assertThat(modules.all()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(TopicReader.read(kafka, Topics.MODULES)).hasSize(announced);
  }

  @Test
  void announcesEverythingAgainToATopicThatIsAnother() {
    int announced = TopicReader.read(kafka, Topics.MODULES).size();

    news.announce("another topic");

    assertThat(TopicReader.read(kafka, Topics.MODULES))
        .hasSizeGreaterThanOrEqualTo(announced + modules.all().size());
    news.announce(topics.ensure());
  }

  @Test
  void refusesOtherContentForAPublishedVersion() {
    ModuleBundle fruit = stored("fruit", "1.10.0");
    ModuleBundle changed =
        new ModuleBundle(
            fruit.manifest(),
            fruit.kind(),
            fruit.installSql() + "-- changed",
            fruit.uninstallSql(),
            fruit.readme(),
            fruit.migrations());

    assertThatThrownBy(
            () -> database.transaction(session -> store.publish(session, changed, Origin.SHELF)))
        .isInstanceOf(ConflictException.class)
        .hasMessage("fruit@1.10.0 was published before with other content")
        .extracting(e -> ((ConflictException) e).code())
        .isEqualTo(ErrorCode.VERSION_EXISTS);
    assertThat(stored("fruit", "1.10.0")).isEqualTo(fruit);
  }

  @Test
  void makesTheFingerprintsAnEarlierReleaseDidNotMakeInThisWay() {
    String before = hash("fruit");
    database.transaction(
        session ->
            session.update("UPDATE module_version SET content_hash = '' WHERE name = 'fruit'"));

    int made = 0;
    while (database.transaction(store::fingerprintOne)) {
      made++;
    }

    assertThat(made).isEqualTo(3);
    assertThat(hash("fruit")).isEqualTo(before);
  }

  /** Other tests publish too, and the service announces beside this test. */
  private void awaitAnnouncements() {
    String topic = topics.ensure();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                database.transaction(
                    session ->
                        session
                            .query(
                                row -> row.getBoolean(1),
                                """
                                SELECT NOT EXISTS (
                                  SELECT FROM module_version WHERE announced_to <> ?
                                  UNION ALL
                                  SELECT FROM module_withdrawal WHERE announced_to <> ?)
                                """,
                                topic,
                                topic)
                            .getFirst()));
  }

  private String hash(String name) {
    return database
        .transaction(
            session ->
                session.query(
                    row -> row.getString(1),
                    "SELECT content_hash FROM module_version WHERE name = ? ORDER BY version",
                    name))
        .toString();
  }

  private ModuleBundle stored(String name, String version) {
    return database
        .transaction(
            session -> store.bundle(session, new ModuleId(name, ModuleVersion.parse(version))))
        .orElseThrow();
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
