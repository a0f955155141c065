package dev.iasql.registry.store;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions in the registry's database. */
@Singleton
public final class RegistryDatabase {

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Session session) throws SQLException;
  }

  private final DataSource source;

  RegistryDatabase(DataSource source) {
    this.source = source;
  }

  /**
   * Does all of it, or nothing if it throws.
   *
   * @throws ExternalException if the database does not answer
   */
  public <T> T transaction(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(new Session(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** What a caller is told while the database is away. */
  public static ExternalException unavailable(Throwable cause) {
    return new ExternalException(
        ErrorCode.UNAVAILABLE,
        "the registry's database does not answer",
        null,
        "Try again in a moment.",
        cause);
  }
}
