package dev.iasql.core.tenant;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * A connection of the engine that never begins a statement under another search path than its own.
 *
 * <p>A trigger of the user's can run in the engine's session, because a write of the engine may
 * cascade into a table of the user's, and what the trigger sets there outlives it. With a path of
 * the user's, names of functions and operators would then mean what the user made of them, and run
 * with the engine's rights. PostgreSQL tells the driver of every change of the path since version
 * 18, so looking costs nothing; and SET, which puts it back, looks no name up.
 */
final class PinnedSearchPath implements InvocationHandler {
  /** As the engine's role has it in each tenant database. */
  private static final String PATH = "pg_catalog, pg_temp";

  private final Connection connection;
  private final PGConnection session;

  private PinnedSearchPath(Connection connection) throws SQLException {
    this.connection = connection;
    this.session = connection.unwrap(PGConnection.class);
  }

  static Connection of(Connection connection) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            PinnedSearchPath.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new PinnedSearchPath(connection));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    if (name.startsWith("prepare") || name.equals("createStatement")) {
      restore();
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void restore() throws SQLException {
    String now = session.getParameterStatus("search_path");
    if (now != null && !now.equals(PATH)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET search_path = " + PATH);
      }
    }
  }
}
