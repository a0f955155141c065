package dev.iasql.core.request;

import java.sql.SQLException;

/** Does one stage of one request. Must be repeatable: after a crash it is called again. */
@FunctionalInterface
public interface StageHandler {
  /**
   * @throws dev.iasql.core.error.IasqlException to answer the request with that error
   * @throws SQLException if the database fails; the stage is taken up again if the connection broke
   */
  Outcome handle(Work work) throws SQLException;
}
