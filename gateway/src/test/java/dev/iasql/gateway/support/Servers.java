package dev.iasql.gateway.support;

import dev.iasql.core.event.Topics;
import dev.iasql.local.KafkaServer;
import dev.iasql.local.PostgresServer;
import dev.iasql.local.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A Postgres with the tenant directory, and a Kafka with the topics, as the registry makes them.
 */
public final class Servers implements QuarkusTestResourceLifecycleManager {
  public static final String TOKEN = "token-of-the-administrator";
  public static final String VIEWER_TOKEN = "token-of-the-viewer";

  private static final String REGISTRY = "iasql_registry";
  private static final Path DIRECTORY =
      Path.of(
          "../module-registry-service/src/main/resources/db/migration/V2__tenant_directory.sql");

  private PostgresServer postgres;
  private KafkaServer kafka;

  @Override
  public Map<String, String> start() {
    postgres = TestServers.postgres();
    kafka = TestServers.kafka();
    try {
      execute("postgres", "CREATE DATABASE " + REGISTRY);
      execute(REGISTRY, Files.readString(DIRECTORY));
      createTopics();
    } catch (SQLException | IOException | ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Map.ofEntries(
        Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
        Map.entry("iasql.directory.jdbc-url", postgres.jdbcUrl(REGISTRY)),
        Map.entry("iasql.directory.username", postgres.adminUser()),
        Map.entry("iasql.directory.password", postgres.adminPassword()),
        Map.entry(
            "iasql.directory.encryption-key", Base64.getEncoder().encodeToString(new byte[32])),
        Map.entry("iasql.gateway.token", TOKEN),
        Map.entry("iasql.gateway.viewer-token", VIEWER_TOKEN),
        Map.entry("iasql.gateway.provision-wait", "3s"),
        Map.entry("iasql.registry.url", RegistryStub.start()),
        Map.entry("iasql.check.limit", "5s"),
        Map.entry("iasql.relay.sweep-interval", "500ms"),
        Map.entry("iasql.relay.lock-interval", "100ms"),
        Map.entry("test.postgres.host", postgres.host()),
        Map.entry("test.postgres.port", Integer.toString(postgres.port())),
        Map.entry("test.postgres.admin", postgres.jdbcUrl(postgres.adminUser(), "postgres")),
        Map.entry("quarkus.http.test-port", "0"),
        Map.entry("quarkus.management.test-port", "0"));
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(postgres.adminUser(), database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void createTopics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(
              Topics.ALL.stream().map(topic -> new NewTopic(topic, 2, (short) 1)).toList())
          .all()
          .get();
    }
  }

  /** Crashes are handed over as plain Java types, which every class loader shares. */
  @Override
  public void inject(TestInjector injector) {
    inject(injector, "killPostgres", postgres::kill);
    inject(injector, "restartPostgres", postgres::restart);
    inject(injector, "killKafka", kafka::kill);
    inject(injector, "restartKafka", kafka::restart);
  }

  private static void inject(TestInjector injector, String name, Runnable action) {
    injector.injectIntoFields(
        action, field -> field.getName().equals(name) && field.getType() == Runnable.class);
  }

  /** The servers are shared with other tests of the JVM and end with it. */
  @Override
  public void stop() {}
}
