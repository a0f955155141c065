package dev.iasql.install.provision;

import dev.iasql.core.sql.Identifiers;
import dev.iasql.core.tenant.Tenant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The platform's own tables and functions in a tenant database, brought to this version. */
@Singleton
public class PlatformSchema {
  private static final String SCHEMA = "iasql";

  /** A caller that waits for an answer reads the tables that a migration may want to change. */
  private static final String LOCK_TIMEOUT = "5s";

  private final String version;

  PlatformSchema(@ConfigProperty(name = "quarkus.application.version") String version) {
    this.version = version;
  }

  /**
   * Runs as the engine in the owner's role. Several callers at once wait for each other.
   *
   * @throws SQLException if a migration fails; it is rolled back and the next call tries it again
   */
  public void migrate(Tenant tenant) throws SQLException {
    try {
      flyway(tenant).migrate();
    } catch (FlywayException e) {
      throw new SQLException(PostgresProblem.of(e), e);
    }
    recordVersion(tenant);
  }

  private static Flyway flyway(Tenant tenant) {
    return Flyway.configure()
        .dataSource(address(tenant), tenant.name().engineRole(), tenant.secrets().engine())
        .initSql(
            "SET ROLE %s; SET lock_timeout = '%s'"
                .formatted(Identifiers.quote(tenant.name().ownerRole()), LOCK_TIMEOUT))
        .defaultSchema(SCHEMA)
        .createSchemas(false)
        .table("schema_history")
        .placeholders(
            Map.of(
                "owner", tenant.name().ownerRole(),
                "engine", tenant.name().engineRole(),
                "user", tenant.name().userRole(),
                "caller", tenant.name().callerRole(),
                "module", tenant.name().moduleRole()))
        .resourceProvider(new PlatformScripts())
        .javaMigrationClassProvider(List::of)
        .load();
  }

  private void recordVersion(Tenant tenant) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                address(tenant), tenant.name().engineRole(), tenant.secrets().engine());
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO iasql.setting (name, value) VALUES ('platform_version', ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                  WHERE setting.value <> excluded.value
                """)) {
      statement.setString(1, version);
      statement.executeUpdate();
    }
  }

  private static String address(Tenant tenant) {
    return tenant.jdbcUrl() + "?ApplicationName=install-service";
  }
}
