package dev.iasql.install.provision;

import dev.iasql.core.tenant.TenantName;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/** The server of the tenant databases, seen by its administrator. */
@Singleton
public class AdminServer {
  /** Some parameters are passwords; whatever else the server logs, it must not log those. */
  private static final String LOGS_NO_PARAMETERS =
      "-c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0";

  private final PostgresConfiguration configuration;

  AdminServer(PostgresConfiguration configuration) {
    this.configuration = configuration;
  }

  public String host() {
    return configuration.host();
  }

  public int port() {
    return configuration.port();
  }

  /** A connection to one database, in auto-commit mode; not pooled, because rarely needed. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", configuration.admin().username());
    properties.setProperty("password", configuration.admin().password());
    properties.setProperty("ApplicationName", "install-service");
    properties.setProperty("options", LOGS_NO_PARAMETERS);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database), properties);
  }

  /**
   * A connection to the maintenance database that holds the right to make or remove the tenant
   * until it is closed, so that of several callers one acts and the others find the work done.
   */
  public Connection connectAlone(TenantName tenant) throws SQLException {
    Connection connection = connect(configuration.maintenanceDatabase());
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
      lock.setString(1, "iasql tenant " + tenant);
      lock.execute();
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
