package dev.iasql.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.RequestAdvanced;
import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.event.Topics;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.TenantLock;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.gateway.support.Publisher;
import dev.iasql.gateway.support.Servers;
import dev.iasql.gateway.support.TenantServer;
import dev.iasql.gateway.support.TopicTail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class RelayIT {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject TenantServer server;
  @Inject Relays relays;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  Runnable killPostgres;
  Runnable restartPostgres;
  Runnable killKafka;
  Runnable restartKafka;

  private TopicTail tail;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() throws SQLException, IOException {
    tail = new TopicTail(kafka, Topics.REQUESTS);
    tenant = server.ready("relayed" + NUMBER.incrementAndGet());
    Publisher.publish(
        kafka, new DatabaseChanged(tenant.name().value(), DatabaseChanged.Change.READY));
  }

  @AfterEach
  void dropTenant() throws SQLException {
    server.drop(tenant.name());
    tail.close();
  }

  @Test
  void announcesARequestTheMomentItIsWritten() throws SQLException {
    awaitListening();

    long id = write("'queued'", Stage.INSTALL, true);

    await().atMost(SOON).until(() -> !tail.records(key()).isEmpty());
    ConsumerRecord<String, String> record = tail.records(key()).getFirst();
    assertThat(record.value())
        .isEqualTo(
            "{\"tenant\":\"%s\",\"request_id\":%d,\"function\":\"iasql_install\",\"stage\":\"install\"}"
                .formatted(key(), id));
    assertThat(header(record, "ce_type")).isEqualTo("dev.iasql.request.waiting.v1");
    assertThat(header(record, "ce_source")).isEqualTo("/gateway");
    assertThat(header(record, "ce_subject")).isEqualTo(key());
  }

  @Test
  void announcesWhatWaitedBeforeItListened() throws SQLException, InterruptedException {
    awaitListening();
    try (Connection other = server.asEngine(tenant)) {
      Thread waiting = Thread.ofVirtual().start(() -> takeOver(other));
      await().atMost(SOON).until(this::somebodyWaitsForTheRelay);
      terminateRelay();
      assertThat(waiting.join(SOON)).isTrue();
      long id = write("'queued'", Stage.REFRESH, true);
      assertThat(tail.events(key(), RequestWaiting.class)).isEmpty();

      other.close();

      awaitAnnounced(id, 1);
    }
  }

  @Test
  void announcesAgainWhatNobodyTakesUp() throws SQLException {
    awaitListening();

    long id = write("'queued'", Stage.INSTALL, true);

    awaitAnnounced(id, 3);
  }

  @Test
  void announcesAgainWhatADeadWorkerLeft() throws SQLException {
    awaitListening();

    long id = write("'running'", Stage.IMPORT, true);

    awaitAnnounced(id, 1);
  }

  @Test
  void leavesAloneWhatIsBeingWorkedOn() throws SQLException {
    awaitListening();
    try (Connection worker = server.asEngine(tenant)) {
      takeLock(worker, TenantLock.KEY);
      write("'running'", Stage.IMPORT, true);
      long plan = write("'queued'", Stage.INSTALL_PLAN, false);

      awaitAnnounced(plan, 3);

      assertThat(tail.events(key(), RequestWaiting.class))
          .extracting(RequestWaiting::stage)
          .containsOnly(Stage.INSTALL_PLAN);
    }
  }

  @Test
  void announcesTheNextRequestWhenOneEnds() throws SQLException {
    awaitListening();
    try (Connection worker = server.asEngine(tenant)) {
      takeLock(worker, TenantLock.KEY);
      long first = write("'running'", Stage.REFRESH, true);
      long second = write("'queued'", Stage.INSTALL, true);
      awaitAnnounced(second, 1);
      finish(first);

      Publisher.publish(
          kafka, new RequestAdvanced(key(), first, "iasql_refresh", "done", null, null));

      awaitAnnounced(second, 2);
    }
  }

  @Test
  void survivesTextThatIsNoRequest() throws SQLException {
    awaitListening();
    try (Connection user = server.asEngine(tenant);
        Statement statement = user.createStatement()) {
      statement.execute(
          "NOTIFY iasql_request; NOTIFY iasql_request, 'x'; NOTIFY iasql_request, '-1'; NOTIFY iasql_request, '99999999999999999999'; NOTIFY iasql_request, '777'");
    }

    long id = write("'queued'", Stage.INSTALL, true);

    awaitAnnounced(id, 1);
    assertThat(tail.events(key(), RequestWaiting.class))
        .extracting(RequestWaiting::requestId)
        .containsOnly(id);
  }

  @Test
  void comesBackWhenItsConnectionIsCut() throws SQLException {
    awaitListening();
    terminateRelay();

    long id = write("'queued'", Stage.INSTALL, true);

    awaitAnnounced(id, 1);
  }

  @Test
  void comesBackWhenPostgresCrashes() throws SQLException {
    awaitListening();

    killPostgres.run();
    restartPostgres.run();
    long id = write("'queued'", Stage.INSTALL, true);

    awaitAnnounced(id, 1);
  }

  @Test
  void comesBackWhenKafkaCrashes() throws SQLException {
    awaitListening();

    killKafka.run();
    long id = write("'queued'", Stage.INSTALL, true);
    restartKafka.run();

    awaitAnnounced(id, 1);
  }

  @Test
  void leavesATenantThatGoes() throws SQLException, IOException {
    awaitListening();

    server.drop(tenant.name());

    await().atMost(SOON).until(() -> relays.tenant(tenant.name()).isEmpty());
    tenant = server.ready(key());
    awaitListening();
    awaitAnnounced(write("'queued'", Stage.INSTALL, true), 1);
  }

  private String key() {
    return tenant.name().value();
  }

  private void awaitListening() {
    await().atMost(SOON).until(() -> holdsLock());
  }

  private boolean holdsLock() throws SQLException {
    try (Connection connection = server.asAdmin(tenant.name());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                    + " WHERE l.locktype = 'advisory' AND a.datname = current_database()"
                    + " AND a.application_name = 'gateway relay' AND a.query LIKE '%head%'")) {
      row.next();
      return row.getInt(1) == 1;
    }
  }

  private void terminateRelay() throws SQLException {
    try (Connection connection = server.asAdmin(tenant.name());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'gateway relay' AND datname = current_database()");
    }
  }

  /** As another replica does when this one dies. */
  private static void takeOver(Connection connection) {
    try {
      takeLock(connection, RelaySession.KEY);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean somebodyWaitsForTheRelay() throws SQLException {
    try (Connection connection = server.asAdmin(tenant.name());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                    + " WHERE l.locktype = 'advisory' AND NOT l.granted"
                    + " AND d.datname = current_database()")) {
      row.next();
      return row.getInt(1) == 1;
    }
  }

  private static void takeLock(Connection connection, long key) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + key + ")");
    }
  }

  private long write(String state, Stage stage, boolean serial) throws SQLException {
    try (Connection connection = server.asEngine(tenant);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                WITH written AS (
                  INSERT INTO iasql.request (function, stage, arguments, serial, requested_by, state)
                  VALUES ('iasql_%2$s', '%2$s', '[]', %3$s, session_user, %1$s) RETURNING id)
                SELECT id, pg_notify('iasql_request', id::text) FROM written
                """
                    .formatted(state, stage.code(), serial))) {
      row.next();
      return row.getLong(1);
    }
  }

  private void finish(long id) throws SQLException {
    try (Connection connection = server.asEngine(tenant);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE iasql.request SET state = 'done' WHERE id = " + id);
    }
  }

  private void awaitAnnounced(long id, int times) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(announced(id)).hasSizeGreaterThanOrEqualTo(times));
  }

  private List<RequestWaiting> announced(long id) {
    return tail.events(key(), RequestWaiting.class).stream()
        .filter(event -> event.requestId() == id)
        .toList();
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
