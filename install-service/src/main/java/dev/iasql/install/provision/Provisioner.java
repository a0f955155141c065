package dev.iasql.install.provision;

import dev.iasql.core.sql.Identifiers;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.postgresql.PGConnection;

/**
 * Makes a tenant's roles, database and platform schema as the directory wants them, and removes
 * them. Every step looks first and can be repeated, so after a crash at any point the next call
 * completes the work. What IaSQL did not make is neither used nor dropped.
 */
@Singleton
public class Provisioner {
  private static final int AT_ONCE = 4;

  private final AdminServer server;
  private final PlatformSchema platform;

  /** Keeps a start with many tenants from taking all connections of the server. */
  private final Semaphore turns = new Semaphore(AT_ONCE);

  Provisioner(AdminServer server, PlatformSchema platform) {
    this.server = server;
    this.platform = platform;
  }

  /**
   * @param maintenance a connection of {@link AdminServer#connectAlone}
   * @param tenant its host and port are where the database shall be
   */
  public void provision(Connection maintenance, Tenant tenant) throws SQLException {
    turns.acquireUninterruptibly();
    try {
      AdminScript.ROLES.run(maintenance, settings(tenant.name()));
      if (!exists(maintenance, tenant.name())) {
        create(maintenance, tenant.name());
      }
      try (Connection inside = server.connect(tenant.database())) {
        setPasswords(inside, tenant);
        AdminScript.DATABASE.run(inside, settings(tenant));
      }
      platform.migrate(tenant);
    } finally {
      turns.release();
    }
  }

  /** Ends all sessions of the tenant and drops its database and roles, if IaSQL made them. */
  public void remove(Connection maintenance, TenantName name) throws SQLException {
    if (exists(maintenance, name)) {
      try (Statement drop = maintenance.createStatement()) {
        drop.execute(
            "DROP DATABASE IF EXISTS " + Identifiers.quote(name.value()) + " WITH (FORCE)");
      }
    }
    AdminScript.REMOVE_ROLES.run(maintenance, settings(name));
  }

  /** Whether our database is there; its owner, given at creation, tells it from others. */
  private static boolean exists(Connection maintenance, TenantName name) throws SQLException {
    try (PreparedStatement query =
        maintenance.prepareStatement(
            "SELECT FROM pg_database WHERE datname = ? AND pg_get_userbyid(datdba) = ?")) {
      query.setString(1, name.value());
      query.setString(2, name.ownerRole());
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /** From template0, which nobody can have changed and nobody can be connected to. */
  private static void create(Connection maintenance, TenantName name) throws SQLException {
    try (Statement statement = maintenance.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s OWNER %s TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
              .formatted(Identifiers.quote(name.value()), Identifiers.quote(name.ownerRole())));
    }
  }

  /** The driver computes the SCRAM verifier, so the password itself never reaches the server. */
  private static void setPasswords(Connection connection, Tenant tenant) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    Map<String, String> passwords =
        Map.of(
            tenant.name().userRole(), tenant.secrets().user(),
            tenant.name().engineRole(), tenant.secrets().engine(),
            tenant.name().callerRole(), tenant.secrets().caller());
    for (Map.Entry<String, String> entry : passwords.entrySet()) {
      postgres.alterUserPassword(entry.getKey(), entry.getValue().toCharArray(), "scram-sha-256");
    }
  }

  private static Map<String, String> settings(TenantName name) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("iasql.tenant", name.value());
    settings.put("iasql.owner", name.ownerRole());
    settings.put("iasql.engine", name.engineRole());
    settings.put("iasql.caller", name.callerRole());
    settings.put("iasql.module", name.moduleRole());
    return settings;
  }

  private static Map<String, String> settings(Tenant tenant) {
    Map<String, String> settings = settings(tenant.name());
    settings.put("iasql.host", tenant.host());
    settings.put("iasql.port", Integer.toString(tenant.port()));
    settings.put("iasql.caller_password", tenant.secrets().caller());
    return settings;
  }
}
