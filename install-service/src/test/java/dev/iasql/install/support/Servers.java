package dev.iasql.install.support;

import dev.iasql.core.event.Topics;
import dev.iasql.local.KafkaServer;
import dev.iasql.local.PostgresServer;
import dev.iasql.local.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A Postgres with the registry's tenant directory, and a Kafka with the topics. */
public final class Servers implements QuarkusTestResourceLifecycleManager {
  private static final String REGISTRY = "iasql_registry";

  /** As the registry's migration makes it. */
  private static final String DIRECTORY =
      """
      CREATE TABLE tenant (
        name text PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('requested', 'ready', 'failed', 'deleting')),
        host text,
        port integer,
        user_password bytea NOT NULL,
        engine_password bytea NOT NULL,
        caller_password bytea NOT NULL,
        problem text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now())
      """;

  /** Bundles may be larger than what Kafka takes by default. */
  private static final Map<String, String> LARGE = Map.of("max.message.bytes", "8388608");

  private PostgresServer postgres;
  private KafkaServer kafka;

  @Override
  public Map<String, String> start() {
    postgres = TestServers.postgres();
    kafka = TestServers.kafka();
    try {
      execute("postgres", "CREATE DATABASE " + REGISTRY);
      execute(REGISTRY, DIRECTORY);
      createTopics();
    } catch (SQLException | ExecutionException e) {
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
        Map.entry("iasql.postgres.host", postgres.host()),
        Map.entry("iasql.postgres.port", Integer.toString(postgres.port())),
        Map.entry("iasql.postgres.admin.username", postgres.adminUser()),
        Map.entry("iasql.postgres.admin.password", postgres.adminPassword()),
        Map.entry("iasql.install.lock-timeout", "500ms"),
        Map.entry("iasql.install.script-timeout", "3s"),
        Map.entry("iasql.tenants.sweep-interval", "200ms"),
        Map.entry("iasql.tenants.first-retry-pause", "100ms"),
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
              Topics.ALL.stream()
                  .map(topic -> new NewTopic(topic, 2, (short) 1).configs(LARGE))
                  .toList())
          .all()
          .get();
    }
  }

  /** Crashes are handed over as plain Java types, which every class loader shares. */
  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields((Runnable) postgres::kill, named("killPostgres"));
    injector.injectIntoFields((Runnable) postgres::restart, named("restartPostgres"));
    injector.injectIntoFields((Runnable) kafka::kill, named("killKafka"));
    injector.injectIntoFields((Runnable) kafka::restart, named("restartKafka"));
  }

  private static java.util.function.Predicate<java.lang.reflect.Field> named(String name) {
    return field -> field.getName().equals(name) && field.getType() == Runnable.class;
  }

  /** The servers are shared with other tests of the JVM and end with it. */
  @Override
  public void stop() {}
}
