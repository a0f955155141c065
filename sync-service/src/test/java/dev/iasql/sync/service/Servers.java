package dev.iasql.sync.service;

import dev.iasql.core.event.Topics;
import dev.iasql.local.AwsEmulator;
import dev.iasql.local.KafkaServer;
import dev.iasql.local.PostgresServer;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.TestSync;
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
 * What the service needs around it: a Postgres with the tenant directory, Kafka with the topics,
 * AWS.
 */
public final class Servers implements QuarkusTestResourceLifecycleManager {
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
    AwsEmulator aws = TestServers.aws();
    TestSync.provideCredentials();
    try {
      execute("postgres", "CREATE DATABASE " + REGISTRY);
      execute(REGISTRY, Files.readString(DIRECTORY));
      createTopics();
      return Map.ofEntries(
          Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
          Map.entry("iasql.directory.jdbc-url", postgres.jdbcUrl(REGISTRY)),
          Map.entry("iasql.directory.username", postgres.adminUser()),
          Map.entry("iasql.directory.password", postgres.adminPassword()),
          Map.entry(
              "iasql.directory.encryption-key", Base64.getEncoder().encodeToString(new byte[32])),
          Map.entry(
              "iasql.credentials.key-file",
              Files.createTempDirectory("iasql-credentials").resolve("key.asc").toString()),
          Map.entry("iasql.aws.endpoint", aws.endpoint()),
          Map.entry("iasql.aws.regions", String.join(",", aws.regions())),
          Map.entry("test.postgres.port", Integer.toString(postgres.port())),
          Map.entry("test.postgres.password", postgres.adminPassword()),
          Map.entry("quarkus.http.test-port", "0"),
          Map.entry("quarkus.management.test-port", "0"));
    } catch (SQLException | IOException | ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
