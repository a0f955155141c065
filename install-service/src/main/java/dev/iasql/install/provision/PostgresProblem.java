package dev.iasql.install.provision;

import dev.iasql.core.request.ConnectionLoss;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/**
 * Says in one line what went wrong with a database. Only the server's own message is passed on: it
 * holds neither statements nor passwords.
 */
public final class PostgresProblem {
  private PostgresProblem() {}

  public static String of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
        return postgres.getServerErrorMessage().getMessage();
      }
      if (cause instanceof SQLException sql && ConnectionLoss.caused(sql)) {
        return "the PostgreSQL server does not answer";
      }
    }
    return "unexpected " + failure.getClass().getSimpleName();
  }
}
