package dev.iasql.gateway.tenant;

import dev.iasql.core.tenant.Tenant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jboss.logging.Logger;

/** Tries whether a tenant's user can sign in with a password: only PostgreSQL knows. */
final class SignIn {
  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final Tenant tenant;
  private final Properties properties = new Properties();

  SignIn(Tenant tenant, String password) {
    this.tenant = tenant;
    properties.setProperty("user", tenant.name().userRole());
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "gateway sign-in");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "5");
  }

  boolean works() {
    try (Connection connection = DriverManager.getConnection(tenant.jdbcUrl(), properties)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      LOG.debugf("no sign-in yet tenant=%s sqlstate=%s", tenant.name(), e.getSQLState());
      return false;
    }
  }
}
