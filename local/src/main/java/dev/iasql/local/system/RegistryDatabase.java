package dev.iasql.local.system;

import dev.iasql.local.LaunchException;
import dev.iasql.local.postgres.PostgresPart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the module registry, which also holds the directory of tenants. */
public record RegistryDatabase(PostgresPart postgres, String password) {
  public static final String NAME = "iasql_registry";

  /**
   * Makes the role and the database that are not there yet, and sets the role's password to the one
   * we know.
   */
  public void ensure() {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        statement.execute("CREATE ROLE " + NAME + " LOGIN");
      }
      statement.execute("ALTER ROLE " + NAME + " PASSWORD " + statement.enquoteLiteral(password));
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        statement.execute("REVOKE CONNECT ON DATABASE " + NAME + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw new LaunchException("cannot make the database " + NAME + ": " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
