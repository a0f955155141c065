package dev.iasql.install.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Short ways to run SQL in a test. */
public final class Sql {
  private Sql() {}

  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Each row as its values, separated by {@code |}. */
  public static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
          values.add(String.valueOf(row.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }

  public static String one(Connection connection, String sql) throws SQLException {
    return rows(connection, sql).getFirst();
  }

  /** The error that the statement must end with. */
  public static ServerErrorMessage refusal(Connection connection, String sql) {
    try {
      run(connection, sql);
    } catch (PSQLException e) {
      return e.getServerErrorMessage();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused: " + sql);
  }
}
