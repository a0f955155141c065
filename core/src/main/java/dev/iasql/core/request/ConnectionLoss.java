package dev.iasql.core.request;

import java.sql.SQLException;

/** Tells a lost connection from an error the server answered, by SQLSTATE. */
public final class ConnectionLoss {
  private ConnectionLoss() {}

  /**
   * Class 08 is a connection exception; 57P01 to 57P03 are a server that shuts down, crashed or
   * starts up (PostgreSQL documentation, appendix A).
   */
  public static boolean caused(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
