package dev.iasql.install.request;

import dev.iasql.core.request.ConnectionLoss;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL said when it refused a statement.
 *
 * @param detail may be {@code null}
 */
record PostgresAnswer(String message, String sqlState, String detail, String table) {

  /** Whether the SQLSTATE is one of these; an error of the driver has none. */
  static boolean isOneOf(Set<String> sqlStates, SQLException e) {
    return e.getSQLState() != null && sqlStates.contains(e.getSQLState());
  }

  /** Nothing if the connection was lost, or the server never got to see the statement. */
  static Optional<PostgresAnswer> of(SQLException e) {
    if (ConnectionLoss.caused(e) || !(e instanceof PSQLException postgres)) {
      return Optional.empty();
    }
    ServerErrorMessage answer = postgres.getServerErrorMessage();
    return answer == null
        ? Optional.empty()
        : Optional.of(
            new PostgresAnswer(
                answer.getMessage(), e.getSQLState(), answer.getDetail(), answer.getTable()));
  }

  String text() {
    return "PostgreSQL says: %s (%s).%s"
        .formatted(message, sqlState, detail == null ? "" : " " + detail);
  }
}
