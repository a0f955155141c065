package dev.iasql.install.request.check;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says why and, if PostgreSQL tells, in which line a script failed. */
final class ScriptFailure {
  private ScriptFailure() {}

  static Finding of(Rule rule, String script, SQLException failure) {
    ServerErrorMessage answer =
        failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    if (answer == null) {
      return Finding.failed(rule, failure.getMessage(), script);
    }
    String detail = answer.getDetail() == null ? "" : " " + answer.getDetail();
    return Finding.failed(
        rule,
        "%s (%s).%s".formatted(answer.getMessage(), failure.getSQLState(), detail),
        script + line(answer));
  }

  /** The position is counted in characters of the script, from 1. */
  private static String line(ServerErrorMessage answer) {
    String sql = answer.getInternalQuery();
    int position = answer.getInternalPosition();
    if (sql == null || position < 1 || position > sql.length()) {
      return "";
    }
    return " line " + (1 + sql.substring(0, position - 1).chars().filter(c -> c == '\n').count());
  }
}
