package dev.iasql.core.tenant;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import dev.iasql.core.error.UserException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The tenant directory of one machine: table {@code tenant} of the registry's database. */
public final class JdbcTenantDirectory implements TenantDirectory {
  private static final String COLUMNS =
      "name, state, host, port, user_password, engine_password, caller_password, problem,"
          + " created_at, updated_at";

  private final DataSource registryDatabase;
  private final SecretBox box;

  public JdbcTenantDirectory(DataSource registryDatabase, SecretBox box) {
    this.registryDatabase = registryDatabase;
    this.box = box;
  }

  @Override
  public Optional<Tenant> find(TenantName name) {
    return query("SELECT " + COLUMNS + " FROM tenant WHERE name = ?", name.value()).stream()
        .findFirst();
  }

  @Override
  public List<Tenant> list() {
    return query("SELECT " + COLUMNS + " FROM tenant ORDER BY name");
  }

  @Override
  public Tenant request(TenantName name, TenantSecrets secrets) {
    int inserted =
        update(
            """
            INSERT INTO tenant (name, state, user_password, engine_password, caller_password)
            VALUES (?, 'requested', ?, ?, ?) ON CONFLICT (name) DO NOTHING
            """,
            name.value(),
            box.seal(secrets.user(), name.userRole()),
            box.seal(secrets.engine(), name.engineRole()),
            box.seal(secrets.caller(), name.callerRole()));
    if (inserted == 0) {
      throw new ConflictException(
          ErrorCode.DATABASE_EXISTS,
          "the database \"%s\" exists already".formatted(name),
          "Choose another name, or delete that database first.");
    }
    return find(name).orElseThrow(() -> unknown(name));
  }

  @Override
  public void ready(TenantName name, String host, int port) {
    update(
        "UPDATE tenant SET state = 'ready', host = ?, port = ?, problem = NULL,"
            + " updated_at = now() WHERE name = ? AND state <> 'deleting'",
        host,
        port,
        name.value());
  }

  @Override
  public void failed(TenantName name, String problem) {
    update(
        "UPDATE tenant SET state = CASE state WHEN 'deleting' THEN state ELSE 'failed' END,"
            + " problem = ?, updated_at = now() WHERE name = ?",
        problem,
        name.value());
  }

  @Override
  public void delete(TenantName name) {
    int updated =
        update(
            "UPDATE tenant SET state = 'deleting', updated_at = now() WHERE name = ?",
            name.value());
    if (updated == 0) {
      throw unknown(name);
    }
  }

  @Override
  public void changeUserPassword(TenantName name, String password) {
    update(
        "UPDATE tenant SET user_password = ?, updated_at = now() WHERE name = ?",
        box.seal(password, name.userRole()),
        name.value());
  }

  @Override
  public void forget(TenantName name) {
    update("DELETE FROM tenant WHERE name = ?", name.value());
  }

  private List<Tenant> query(String sql, Object... parameters) {
    try (Connection connection = registryDatabase.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<Tenant> tenants = new ArrayList<>();
      while (rows.next()) {
        tenants.add(tenant(rows));
      }
      return tenants;
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private int update(String sql, Object... parameters) {
    try (Connection connection = registryDatabase.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private Tenant tenant(ResultSet row) throws SQLException {
    TenantName name = new TenantName(row.getString("name"));
    TenantSecrets secrets =
        new TenantSecrets(
            box.open(row.getBytes("user_password"), name.userRole()),
            box.open(row.getBytes("engine_password"), name.engineRole()),
            box.open(row.getBytes("caller_password"), name.callerRole()));
    return new Tenant(
        name,
        TenantState.of(row.getString("state")),
        row.getString("host"),
        row.getInt("port"),
        secrets,
        row.getString("problem"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static UserException unknown(TenantName name) {
    return new UserException(
        ErrorCode.DATABASE_NOT_FOUND,
        "there is no database \"%s\"".formatted(name),
        "GET /api/v1/databases lists them.");
  }

  private static ExternalException unavailable(SQLException e) {
    return new ExternalException(
        ErrorCode.UNAVAILABLE,
        "the tenant directory does not answer",
        null,
        "Try again in a moment; see the health of the registry's database.",
        e);
  }
}
