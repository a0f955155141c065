package dev.iasql.install.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Statements that were composed in the database, run as it reads them and not the driver. */
final class Statements {
  private Statements() {}

  static void run(Connection connection, List<String> statements) throws SQLException {
    try (PreparedStatement run =
        connection.prepareStatement("SELECT iasql_internal.run_statements(?)")) {
      run.setArray(1, connection.createArrayOf("text", statements.toArray()));
      run.execute();
    }
  }

  /** How long each statement of this transaction waits for a lock. */
  static void limitWaiting(Connection connection, Duration lockTimeout) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT set_config('lock_timeout', ?, true)")) {
      set.setString(1, lockTimeout.toMillis() + "ms");
      set.execute();
    }
  }
}
