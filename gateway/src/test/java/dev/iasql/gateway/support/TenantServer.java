package dev.iasql.gateway.support;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantSecrets;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What install-service does, as far as the gateway sees it: real databases with the platform's
 * tables.
 */
@Singleton
public class TenantServer {
  private static final Path PLATFORM = Path.of("../install-service/src/main/resources/platform");
  private static final List<String> SCRIPTS = List.of("V1__platform_tables.sql", "V3__calls.sql");

  private final TenantDirectory directory;
  private final String host;
  private final int port;
  private final String admin;

  TenantServer(
      TenantDirectory directory,
      @ConfigProperty(name = "test.postgres.host", defaultValue = "nowhere") String host,
      @ConfigProperty(name = "test.postgres.port", defaultValue = "0") int port,
      @ConfigProperty(name = "test.postgres.admin", defaultValue = "nowhere") String admin) {
    this.directory = directory;
    this.host = host;
    this.port = port;
    this.admin = admin;
  }

  /** A tenant that is in the directory and has its database. */
  public Tenant ready(String name) throws SQLException, IOException {
    TenantName tenant = new TenantName(name);
    directory.request(tenant, TenantSecrets.random());
    make(tenant);
    return directory.find(tenant).orElseThrow();
  }

  /** Makes the database of a tenant that was asked for. */
  public void make(TenantName name) throws SQLException, IOException {
    TenantSecrets secrets = directory.find(name).orElseThrow().secrets();
    try (Connection connection = DriverManager.getConnection(admin);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE %s NOLOGIN".formatted(name.ownerRole()));
      createLogin(statement, name.engineRole(), secrets.engine());
      createLogin(statement, name.callerRole(), secrets.caller());
      createLogin(statement, name.userRole(), secrets.user());
      statement.execute("GRANT %s TO %s".formatted(name.ownerRole(), name.engineRole()));
      statement.execute("CREATE DATABASE " + name);
    }
    try (Connection connection = asAdmin(name);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER SCHEMA public OWNER TO %1$s; CREATE SCHEMA iasql AUTHORIZATION %1$s; CREATE SCHEMA iasql_internal AUTHORIZATION %1$s; CREATE SCHEMA cloud AUTHORIZATION %1$s; SET ROLE %1$s"
              .formatted(name.ownerRole()));
      for (String script : SCRIPTS) {
        statement.execute(
            Files.readString(PLATFORM.resolve(script))
                .replace("${owner}", name.ownerRole())
                .replace("${engine}", name.engineRole())
                .replace("${user}", name.userRole())
                .replace("${caller}", name.callerRole()));
      }
    }
    directory.ready(name, host, port);
  }

  public void setPassword(TenantName name) throws SQLException {
    String password = directory.find(name).orElseThrow().secrets().user();
    try (Connection connection = DriverManager.getConnection(admin);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(name.userRole(), password));
    }
  }

  public void drop(TenantName name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(admin);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE %s WITH (FORCE)".formatted(name));
      statement.execute(
          "DROP ROLE %s, %s, %s, %s"
              .formatted(name.userRole(), name.engineRole(), name.callerRole(), name.ownerRole()));
    }
    directory.forget(name);
  }

  public Connection asAdmin(TenantName name) throws SQLException {
    return DriverManager.getConnection(admin.replace("/postgres?", "/" + name + "?"));
  }

  public Connection asEngine(Tenant tenant) throws SQLException {
    return DriverManager.getConnection(
        tenant.jdbcUrl(), tenant.name().engineRole(), tenant.secrets().engine());
  }

  private static void createLogin(Statement statement, String role, String password)
      throws SQLException {
    statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, password));
  }
}
