package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Statements on one connection. */
public record Sql(Connection connection) {
  public void run(String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  /** The rows of a query, their columns joined by a bar. */
  public List<String> rows(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        found.add(String.join("|", columns));
      }
      return found;
    }
  }

  /** What the server says against the statements. */
  public ServerErrorMessage refusal(String statements) {
    PSQLException error = catchThrowableOfType(PSQLException.class, () -> run(statements));
    return error.getServerErrorMessage();
  }
}
