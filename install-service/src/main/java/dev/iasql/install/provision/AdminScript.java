package dev.iasql.install.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A repeatable SQL script for an administrator, run in one transaction. It reads names and secrets
 * with {@code current_setting}: sent as parameters, they never stand in a statement that a log or
 * {@code pg_stat_statements} could keep.
 */
enum AdminScript {
  ROLES("roles.sql"),
  DATABASE("database.sql"),
  REMOVE_ROLES("remove-roles.sql");

  private final String sql;

  AdminScript(String file) {
    this.sql = read("/provision/" + file);
  }

  /** Leaves the connection in auto-commit mode. */
  void run(Connection connection, Map<String, String> settings) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement set =
            connection.prepareStatement(
                "SELECT set_config(name, value, true) FROM unnest(?, ?) AS setting (name, value)");
        Statement script = connection.createStatement()) {
      set.setArray(1, connection.createArrayOf("text", settings.keySet().toArray()));
      set.setArray(2, connection.createArrayOf("text", settings.values().toArray()));
      set.execute();
      script.execute(sql);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
    connection.setAutoCommit(true);
  }

  private static String read(String resource) {
    try (InputStream stream = AdminScript.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
