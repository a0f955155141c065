package dev.iasql.sync.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.bundle.ModuleBundles;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantSecrets;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.local.PostgresServer;
import dev.iasql.local.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * A tenant database on the tests' Postgres, with roles, platform schema and modules as
 * install-service makes them.
 */
public final class TestTenant {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /**
   * A server tests share.
   *
   * @param password of the administrator
   */
  public record Server(String host, int port, String password) {
    /** The one of this JVM. */
    public static Server shared() {
      PostgresServer postgres = TestServers.postgres();
      return new Server(postgres.host(), postgres.port(), postgres.adminPassword());
    }

    /** A connection of the administrator. */
    public Connection connect(String database) throws SQLException {
      return DriverManager.getConnection(
          "jdbc:postgresql://%s:%d/%s".formatted(host, port, database), "iasql_admin", password);
    }
  }

  private final Server server;
  private final Tenant tenant;

  private TestTenant(Server server, Tenant tenant) {
    this.server = server;
    this.tenant = tenant;
  }

  /** A new one on the server of this JVM. */
  public static TestTenant create() {
    return create(Server.shared());
  }

  /** A new one; tests share the server, not databases. */
  public static TestTenant create(Server server) {
    TenantName name =
        new TenantName(
            "test_%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet()));
    Tenant tenant =
        new Tenant(
            name,
            TenantState.READY,
            server.host(),
            server.port(),
            TenantSecrets.random(),
            null,
            Instant.now(),
            Instant.now());
    TestTenant created = new TestTenant(server, tenant);
    try {
      created.provision();
    } catch (SQLException e) {
      throw new IllegalStateException("the test's database cannot be made", e);
    }
    return created;
  }

  private void provision() throws SQLException {
    TenantName name = tenant.name();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("iasql.tenant", name.value());
    settings.put("iasql.owner", name.ownerRole());
    settings.put("iasql.engine", name.engineRole());
    settings.put("iasql.caller", name.callerRole());
    settings.put("iasql.module", name.moduleRole());
    settings.put("iasql.host", tenant.host());
    settings.put("iasql.port", Integer.toString(tenant.port()));
    settings.put("iasql.caller_password", tenant.secrets().caller());
    try (Connection admin = server.connect("postgres");
        Statement statement = admin.createStatement()) {
      run(admin, settings, InstallSql.provision("roles.sql"));
      statement.execute(
          "CREATE DATABASE %s OWNER %s TEMPLATE template0 ENCODING 'UTF8'"
              .formatted(name.value(), name.ownerRole()));
    }
    try (Connection admin = server.connect(name.value())) {
      PGConnection postgres = admin.unwrap(PGConnection.class);
      password(postgres, name.userRole(), tenant.secrets().user());
      password(postgres, name.engineRole(), tenant.secrets().engine());
      password(postgres, name.callerRole(), tenant.secrets().caller());
      run(admin, settings, InstallSql.provision("database.sql"));
    }
    migrate();
  }

  private static void run(Connection connection, Map<String, String> settings, String script)
      throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement set =
            connection.prepareStatement(
                "SELECT set_config(name, value, true) FROM unnest(?, ?) AS setting (name, value)");
        Statement statement = connection.createStatement()) {
      set.setArray(1, connection.createArrayOf("text", settings.keySet().toArray()));
      set.setArray(2, connection.createArrayOf("text", settings.values().toArray()));
      set.execute();
      statement.execute(script);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void password(PGConnection postgres, String role, String password)
      throws SQLException {
    postgres.alterUserPassword(role, password.toCharArray(), "scram-sha-256");
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(tenant.jdbcUrl(), tenant.name().engineRole(), tenant.secrets().engine())
        .initSql("SET ROLE " + tenant.name().ownerRole())
        .defaultSchema("iasql")
        .createSchemas(false)
        .table("schema_history")
        .locations("filesystem:" + InstallSql.PLATFORM)
        .placeholders(
            Map.of(
                "owner", tenant.name().ownerRole(),
                "engine", tenant.name().engineRole(),
                "user", tenant.name().userRole(),
                "caller", tenant.name().callerRole(),
                "module", tenant.name().moduleRole()))
        .load()
        .migrate();
  }

  public Tenant tenant() {
    return tenant;
  }

  public Connection asUser() throws SQLException {
    return connect(tenant.name().userRole(), tenant.secrets().user());
  }

  public Connection asEngine() throws SQLException {
    return connect(tenant.name().engineRole(), tenant.secrets().engine());
  }

  private Connection connect(String role, String password) throws SQLException {
    return DriverManager.getConnection(tenant.jdbcUrl(), role, password);
  }

  /**
   * Makes the tables of modules, as the first half of {@code iasql_install} does. Their state stays
   * importing until an import ends.
   *
   * @param names names of modules among them, in order of dependency; the newest version unless
   *     another one is named, as in {@code aws_vpc@1.0.0}
   */
  public void makeModules(AwsModules modules, String... names) {
    for (String name : names) {
      makeModule(new ModuleBundles(modules).of(module(modules, name)));
    }
  }

  private static AwsModule module(AwsModules modules, String name) {
    String[] parts = name.split("@", 2);
    return parts.length == 2
        ? modules.find(parts[0], parts[1]).orElseThrow()
        : modules.modules().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /** Turns an installed module into its next version, as the first half of an upgrade does. */
  public void migrateModule(AwsModules modules, String name) {
    ModuleBundle bundle = new ModuleBundles(modules).of(module(modules, name));
    bundle
        .migrations()
        .values()
        .forEach(sql -> engineDoes("SELECT iasql_internal.run_module_sql(?)", sql));
    engineDoes(
        "UPDATE iasql.module SET version = ?, uninstall_sql = ? WHERE name = ?",
        bundle.manifest().version(),
        bundle.uninstallSql(),
        bundle.manifest().name());
  }

  private void makeModule(ModuleBundle bundle) {
    String name = bundle.manifest().name();
    engineDoes("SELECT iasql_internal.run_module_sql(?)", bundle.installSql());
    engineDoes(
        """
        INSERT INTO iasql.module (name, version, kind, state, reason, manifest, uninstall_sql)
        VALUES (?, ?, 'aws', 'importing', 'requested', ?::jsonb, ?)
        """,
        name,
        bundle.manifest().version(),
        Json.MAPPER.valueToTree(bundle.manifest()).toString(),
        bundle.uninstallSql());
    for (String table : bundle.manifest().provides().tables()) {
      engineDoes("INSERT INTO iasql.module_table VALUES (?, ?)", table, name);
    }
  }

  /** Runs a statement as the tenant's user. */
  public void userDoes(String sql, Object... parameters) {
    try (Connection user = asUser()) {
      execute(user, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Runs statements as the administrator. */
  public void adminDoes(String sql) {
    try (Connection admin = server.connect(tenant.name().value());
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Runs a statement as the engine. */
  public void engineDoes(String sql, Object... parameters) {
    try (Connection engine = asEngine()) {
      execute(engine, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static void execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  /** The first column of each row, as text, as the tenant's user sees it. */
  public List<String> column(String sql, Object... parameters) {
    List<String> values = new ArrayList<>();
    try (Connection engine = asEngine();
        PreparedStatement statement = engine.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          values.add(row.getString(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The only value of the only row. */
  public String value(String sql, Object... parameters) {
    List<String> values = column(sql, parameters);
    if (values.size() != 1) {
      throw new AssertionError("one row expected, got " + values);
    }
    return values.getFirst();
  }

  /** Puts a request into the queue and answers its id. */
  public long request(String function, String stage, List<String> arguments, JsonNode work) {
    return Long.parseLong(
        value(
            """
            INSERT INTO iasql.request (function, stage, arguments, serial, requested_by, work)
            VALUES (?, ?, ?::jsonb, true, 'tester', ?::jsonb) RETURNING id
            """,
            function,
            stage,
            Json.MAPPER.valueToTree(arguments).toString(),
            work.toString()));
  }
}
