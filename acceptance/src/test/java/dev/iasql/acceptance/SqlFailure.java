package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** An error as a SQL client shows it. */
record SqlFailure(String sqlState, String message, String detail, String hint) {

  static SqlFailure of(ThrowingCallable call) {
    PSQLException e = catchThrowableOfType(PSQLException.class, call);
    if (e == null) {
      throw new AssertionError("the statement did not fail");
    }
    ServerErrorMessage error = e.getServerErrorMessage();
    if (error == null) {
      throw new AssertionError("not an error of the server", e);
    }
    return new SqlFailure(
        error.getSQLState(), error.getMessage(), error.getDetail(), error.getHint());
  }
}
