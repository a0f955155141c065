package dev.iasql.install.support;

import static org.awaitility.Awaitility.await;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantSecrets;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.install.provision.AdminServer;
import dev.iasql.install.tenant.TenantRounds;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Tenant databases as the gateway would ask for them, and logins to them. */
@Singleton
public class Tenants {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final TenantDirectory directory;
  private final TenantRounds rounds;
  private final AdminServer server;

  Tenants(TenantDirectory directory, TenantRounds rounds, AdminServer server) {
    this.directory = directory;
    this.rounds = rounds;
    this.server = server;
  }

  public TenantDirectory directory() {
    return directory;
  }

  public TenantRounds rounds() {
    return rounds;
  }

  /** Made if it is not there yet, and ready. */
  public Tenant ready(String name) {
    TenantName tenant = new TenantName(name);
    if (directory.find(tenant).isEmpty()) {
      request(name);
    }
    return reaches(name, TenantState.READY);
  }

  public void request(String name) {
    TenantName tenant = new TenantName(name);
    directory.request(tenant, TenantSecrets.random());
    rounds.check(tenant);
  }

  public void delete(String name) {
    TenantName tenant = new TenantName(name);
    directory.delete(tenant);
    rounds.check(tenant);
    await().atMost(SOON).until(() -> directory.find(tenant).isEmpty());
  }

  public Tenant reaches(String name, TenantState state) {
    TenantName tenant = new TenantName(name);
    return await()
        .atMost(SOON)
        .until(
            () -> directory.find(tenant).orElse(null),
            entry -> entry != null && entry.state() == state);
  }

  public Connection asUser(Tenant tenant) throws SQLException {
    return login(tenant, tenant.name().userRole(), tenant.secrets().user());
  }

  public Connection asEngine(Tenant tenant) throws SQLException {
    return login(tenant, tenant.name().engineRole(), tenant.secrets().engine());
  }

  public Connection asAdmin(String database) throws SQLException {
    return server.connect(database);
  }

  public static Connection login(Tenant tenant, String role, String password) throws SQLException {
    return DriverManager.getConnection(tenant.jdbcUrl(), role, password);
  }
}
