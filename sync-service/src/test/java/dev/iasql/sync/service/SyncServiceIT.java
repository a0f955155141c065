package dev.iasql.sync.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.Json;
import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import dev.iasql.core.event.RequestAdvanced;
import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.event.Topics;
import dev.iasql.core.request.Stage;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.sync.testing.TestTenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it runs: events in, work in the tenant's database, events out. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SyncServiceIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @ConfigProperty(name = "test.postgres.port")
  int postgresPort;

  @ConfigProperty(name = "test.postgres.password")
  String postgresPassword;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI readiness;

  @Inject TenantDirectory directory;

  Runnable killPostgres;
  Runnable restartPostgres;
  Runnable killKafka;
  Runnable restartKafka;

  private TestTenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = TestTenant.create(new TestTenant.Server("127.0.0.1", postgresPort, postgresPassword));
    directory.request(tenant.tenant().name(), tenant.tenant().secrets());
    directory.ready(tenant.tenant().name(), "127.0.0.1", postgresPort);
  }

  @Test
  void anEventStartsTheImportAndItsEndIsAnnounced() throws Exception {
    tenant.makeModules(AwsModules.all(), "aws_account");

    long request = importRequest();
    send(waiting(request));

    awaitDone(request);
    assertThat(tenant.column("SELECT account_id FROM public.aws_account"))
        .containsExactly("123456789012");
    assertThat(advanced(request))
        .isEqualTo(
            new RequestAdvanced(
                tenant.tenant().name().value(), request, "iasql_install", "done", null, null));
  }

  @Test
  void aNewDatabaseIsGivenTheKeyItEncryptsCredentialsWith() throws Exception {
    send(new DatabaseChanged(tenant.tenant().name().value(), DatabaseChanged.Change.READY));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        tenant.column(
                            "SELECT value FROM iasql.setting WHERE name = 'credentials_public_key'"))
                    .singleElement()
                    .asString()
                    .startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----"));
  }

  @Test
  void eventsThatMakeNoSenseAreSkipped() throws Exception {
    try (KafkaProducer<String, String> producer = producer()) {
      for (String nonsense :
          List.of("", "{", "[]", "{\"tenant\":\"No Such\",\"stage\":\"import\"}")) {
        producer.send(new ProducerRecord<>(Topics.REQUESTS, "x", nonsense)).get();
        producer.send(new ProducerRecord<>(Topics.DATABASES, "x", nonsense)).get();
      }
      producer.send(new ProducerRecord<>(Topics.DATABASES, "x", null)).get();
    }
    tenant.makeModules(AwsModules.all(), "aws_account");

    long request = importRequest();
    send(waiting(request));

    awaitDone(request);
  }

  @Test
  void theSameEventTwiceDoesTheWorkOnce() throws Exception {
    tenant.makeModules(AwsModules.all(), "aws_account");
    long request = importRequest();
    for (int i = 0; i < 5; i++) {
      send(waiting(request));
    }

    awaitDone(request);

    assertThat(tenant.value("SELECT attempt FROM iasql.request WHERE id = ?", request))
        .isEqualTo("1");
  }

  @Test
  void itGoesOnAfterPostgresAndKafkaWereKilled() throws Exception {
    killKafka.run();
    killPostgres.run();
    await().atMost(PATIENCE).until(() -> ready() == HttpURLConnection.HTTP_UNAVAILABLE);
    restartPostgres.run();
    restartKafka.run();
    await().atMost(PATIENCE).until(() -> ready() == HttpURLConnection.HTTP_OK);
    tenant.makeModules(AwsModules.all(), "aws_account");

    long request = importRequest();
    send(waiting(request));

    awaitDone(request);
  }

  private long importRequest() {
    ObjectNode work = Json.MAPPER.createObjectNode();
    work.putArray("modules").add("aws_account");
    work.putArray("requested").add("aws_account");
    return tenant.request("iasql_install", Stage.IMPORT.code(), List.of("aws_account"), work);
  }

  private RequestWaiting waiting(long request) {
    return new RequestWaiting(
        tenant.tenant().name().value(), request, "iasql_install", Stage.IMPORT);
  }

  private void awaitDone(long request) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> tenant.value("SELECT state FROM iasql.request WHERE id = ?", request),
            "done"::equals);
  }

  private int ready() {
    try {
      HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
      return connection.getResponseCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(IasqlEvent event) throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer = producer()) {
      producer
          .send(new ProducerRecord<>(event.topic(), event.key(), EventCodec.write(event)))
          .get();
    }
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
  }

  private RequestAdvanced advanced(long request) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka,
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.RESULTS));
      return await()
          .atMost(PATIENCE)
          .until(() -> advanced(consumer, request), Optional::isPresent)
          .orElseThrow();
    }
  }

  private Optional<RequestAdvanced> advanced(KafkaConsumer<String, String> consumer, long request) {
    for (var record : consumer.poll(Duration.ofMillis(200))) {
      Optional<RequestAdvanced> event = EventCodec.read(record.value(), RequestAdvanced.class);
      if (event.isPresent()
          && event.get().requestId() == request
          && event.get().tenant().equals(tenant.tenant().name().value())) {
        return event;
      }
    }
    return Optional.empty();
  }
}
