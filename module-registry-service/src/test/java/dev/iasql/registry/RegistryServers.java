package dev.iasql.registry;

import dev.iasql.local.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A real Postgres with an empty database of its own, and a real Kafka. Quarkus loads this class
 * anew for each test profile, so that the servers are one per JVM is noted in system properties.
 */
public final class RegistryServers implements QuarkusTestResourceLifecycleManager {
  public static final String ADMINISTRATOR = "token-of-the-administrator";
  public static final String VIEWER = "token-of-the-viewer";

  @Override
  public Map<String, String> start() {
    String postgres =
        shared(
            "postgres", () -> TestServers.postgres().host() + ":" + TestServers.postgres().port());
    String user = shared("postgres.user", () -> TestServers.postgres().adminUser());
    String password = shared("postgres.password", () -> TestServers.postgres().adminPassword());
    String database = "registry_" + System.nanoTime();
    create("jdbc:postgresql://" + postgres + "/postgres", user, password, database);
    return Map.of(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://" + postgres + "/" + database,
        "iasql.registry.token",
        ADMINISTRATOR,
        "iasql.registry.viewer-token",
        VIEWER,
        "quarkus.datasource.username",
        user,
        "quarkus.datasource.password",
        password,
        "kafka.bootstrap.servers",
        shared("kafka", () -> TestServers.kafka().bootstrapServers()));
  }

  private static String shared(String name, Supplier<String> value) {
    return (String)
        System.getProperties().computeIfAbsent("iasql.test." + name, key -> value.get());
  }

  private static void create(String url, String user, String password, String database) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The servers end with the JVM. */
  @Override
  public void stop() {}
}
