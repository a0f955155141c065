package dev.iasql.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.iasql.local.FolderTree;
import dev.iasql.local.LaunchException;
import dev.iasql.local.process.FreePort;
import dev.iasql.local.process.Signal;
import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.PortPlan;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole system in the background, with real servers and stub services. */
final class SupervisorIT {
  private static final PortPlan PORTS = freePorts();
  private static final PortPlan OTHER_PORTS = freePorts();

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Path folder;
  private StateFolder state;

  @BeforeEach
  void stubCheckout() throws IOException {
    folder = Files.createTempDirectory("iasql-supervisor");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    new StubCheckout(folder).build();
    state = new StateFolder(folder.resolve("state"));
    state.create();
  }

  @AfterEach
  void removeEverything() {
    if (isUp()) {
      down();
    }
    new Leftovers(state).stop(heard::add);
    new FolderTree(folder).delete();
  }

  @Test
  void aSystemComesUpIsLookedAfterAndComesBackOnOtherPortsWithItsData() throws SQLException {
    up(PORTS);
    assertThat(heard).anyMatch(line -> line.startsWith("everything is ready"));
    assertThat(state.secrets().tenantPassword("demo")).contains("shown-once");
    execute(PORTS, "CREATE TABLE kept AS SELECT 42 AS answer");

    long kafka = pid("kafka");
    Signal.KILL.send(kafka);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(row("kafka")).contains(" ready "));
    assertThat(pid("kafka")).isNotEqualTo(kafka);

    long sync = pid("sync-service");
    give(Order.of(Order.Verb.RESTART, "sync", Order.BY_FORCE));
    assertThat(pid("sync-service")).isNotEqualTo(sync);

    give(Order.of(Order.Verb.STOP, "gateway"));
    assertThat(row("gateway")).contains(" stopped ");
    give(Order.of(Order.Verb.START, "gateway"));
    assertThat(row("gateway")).contains(" ready ");
    assertThatThrownBy(() -> give(Order.of(Order.Verb.START, "nothing")))
        .isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("there is no part \"nothing\". The parts are postgres, kafka,");

    down();
    assertThat(new Leftovers(state).find()).isEmpty();

    up(OTHER_PORTS);
    assertThat(query(OTHER_PORTS, "SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void whatAKilledSupervisorLeftIsReplaced() {
    up(PORTS);
    Signal.KILL.send(state.supervisor().process().orElseThrow().pid());
    await().until(() -> !isUp());
    assertThat(new Leftovers(state).find()).containsKeys("postgres", "kafka", "gateway");

    up(PORTS);

    assertThat(heard)
        .anyMatch(line -> line.startsWith("stopped postgres, left by an earlier run as process "));
    assertThat(row("postgres")).contains(" ready ");
  }

  @Test
  void aTakenPortEndsTheStartBeforeAnythingRuns() throws IOException {
    try (ServerSocket _ = new ServerSocket(PORTS.kafka(), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> up(PORTS))
          .isInstanceOf(LaunchException.class)
          .hasMessageStartingWith(
              "port " + PORTS.kafka() + ", wanted for kafka, is taken by another program");
    }
    await().until(() -> !isUp());
    assertThat(new Leftovers(state).find()).isEmpty();
  }

  @Test
  void aServiceThatDoesNotStartEndsTheStartWithItsLog() throws IOException {
    Files.writeString(folder.resolve("gateway/target/quarkus-app/quarkus-run.jar"), "not a jar");

    assertThatThrownBy(() -> up(PORTS))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("gateway ended with exit code 1 while starting")
        .hasMessageContaining("Invalid or corrupt jarfile");

    await().until(() -> !isUp());
    assertThat(new Leftovers(state).find()).isEmpty();
  }

  /** A base whose whole range nobody uses at the moment. */
  private static PortPlan freePorts() {
    return new Random()
        .ints(20_000, 60_000)
        .filter(base -> IntStream.rangeClosed(base, base + 18).allMatch(FreePort::isFree))
        .mapToObj(PortPlan::new)
        .findFirst()
        .orElseThrow();
  }

  private void up(PortPlan ports) {
    state
        .options()
        .write(
            SystemOptions.of(ports, new Cloud.Emulator(false), Optional.empty(), List.of(), true));
    new DetachedSupervisor(folder, state).start();
    give(Order.of(Order.Verb.AWAIT));
  }

  private void down() {
    give(Order.of(Order.Verb.DOWN));
    await().until(() -> !isUp());
  }

  private boolean isUp() {
    return state.supervisor().process().isPresent();
  }

  private void give(Order order) {
    new ControlClient(state).give(order, heard::add);
  }

  private String row(String part) {
    heard.clear();
    give(Order.of(Order.Verb.STATUS));
    return heard.stream().filter(line -> line.startsWith(part + " ")).findFirst().orElseThrow();
  }

  private long pid(String part) {
    return state.files().pid(part).process().orElseThrow().pid();
  }

  private void execute(PortPlan ports, String sql) throws SQLException {
    try (Connection connection = connect(ports);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(PortPlan ports, String sql) throws SQLException {
    try (Connection connection = connect(ports);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect(PortPlan ports) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/iasql_registry",
        "iasql_registry",
        state.secrets().registryPassword());
  }
}
