package dev.iasql.aws.schema;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.local.PostgresServer;
import dev.iasql.local.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database with the roles and the platform schema that every tenant has. */
public final class TenantDatabase {
  private static final Path PLATFORM = Path.of("../install-service/src/main/resources/platform");
  private static final String PASSWORD = "test";

  /** The driver takes the semicolons in a function's body for the ends of statements. */
  private static final String SIMPLE = "&preferQueryMode=simple";

  private final PostgresServer server = TestServers.postgres();
  private final TenantName name;

  private TenantDatabase(TenantName name) {
    this.name = name;
  }

  public static TenantDatabase create(String name) throws SQLException, IOException {
    TenantDatabase database = new TenantDatabase(new TenantName(name));
    database.createRoles();
    database.createSchemas();
    database.createPlatform();
    return database;
  }

  /** As users are. */
  public Connection user() throws SQLException {
    return connect(name.userRole());
  }

  /** As workers are. */
  public Connection engine() throws SQLException {
    return connect(name.engineRole());
  }

  public Connection admin() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(server.adminUser(), name.value()) + SIMPLE);
  }

  /** As install-service does it. */
  public void install(ModuleBundle bundle) throws SQLException {
    runModuleSql(bundle.installSql());
  }

  public void uninstall(ModuleBundle bundle) throws SQLException {
    runModuleSql(bundle.uninstallSql());
  }

  /** As an upgrade does it. */
  void migrate(ModuleBundle bundle, String from) throws SQLException {
    runModuleSql(bundle.migrations().get(from));
  }

  /** Its own name, after which its roles are named too. */
  String name() {
    return name.value();
  }

  private void runModuleSql(String sql) throws SQLException {
    try (Connection connection = engine();
        PreparedStatement call =
            connection.prepareStatement("SELECT iasql_internal.run_module_sql(?)")) {
      call.setString(1, sql);
      call.execute();
    }
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(name.value()), role, PASSWORD);
  }

  private void createRoles() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(server.jdbcUrl(server.adminUser(), "postgres"))) {
      run(
          connection,
          """
          CREATE ROLE ${owner};
          CREATE ROLE ${module};
          CREATE ROLE ${engine} LOGIN PASSWORD 'test';
          CREATE ROLE ${caller} LOGIN PASSWORD 'test';
          CREATE ROLE ${user} LOGIN PASSWORD 'test';
          GRANT ${owner}, ${user} TO ${engine};
          """);
      run(connection, "CREATE DATABASE ${user} OWNER ${owner}");
    }
  }

  private void createSchemas() throws SQLException {
    try (Connection connection = admin()) {
      run(
          connection,
          """
          ALTER SCHEMA public OWNER TO ${owner};
          REVOKE ALL ON SCHEMA public FROM PUBLIC;
          CREATE SCHEMA iasql AUTHORIZATION ${owner};
          CREATE SCHEMA iasql_internal AUTHORIZATION ${owner};
          CREATE SCHEMA cloud AUTHORIZATION ${owner};
          CREATE EXTENSION dblink SCHEMA iasql_internal;
          CREATE EXTENSION pgcrypto SCHEMA iasql_internal;
          ALTER ROLE ${engine} IN DATABASE ${user} SET search_path = pg_catalog, pg_temp;
          """);
    }
  }

  private void createPlatform() throws SQLException, IOException {
    List<Path> migrations;
    try (Stream<Path> files = Files.list(PLATFORM)) {
      migrations =
          files.filter(file -> file.getFileName().toString().startsWith("V")).sorted().toList();
    }
    try (Connection connection = admin()) {
      run(connection, "SET ROLE ${owner}");
      for (Path migration : migrations) {
        run(connection, Files.readString(migration));
      }
    }
  }

  private void run(Connection connection, String sql) throws SQLException {
    Map<String, String> roles =
        Map.of(
            "${owner}", name.ownerRole(),
            "${engine}", name.engineRole(),
            "${caller}", name.callerRole(),
            "${module}", name.moduleRole(),
            "${user}", name.userRole());
    String named = sql;
    for (Map.Entry<String, String> role : roles.entrySet()) {
      named = named.replace(role.getKey(), role.getValue());
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(named);
    }
  }
}
