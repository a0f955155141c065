package dev.iasql.sync.commit;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.sync.plan.RowKey;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why a row cannot show what AWS did. The resource is there and is not made again; the next commit
 * only tries to show it again.
 */
final class Hidden {
  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String AGAIN =
      " Then SELECT * FROM iasql_commit() again: it is not created a second time.";

  private Hidden() {}

  /**
   * @param wanted the row's key
   * @param id the id AWS knows
   */
  static Fault fault(RowKey wanted, String id, SQLException reason) {
    String what = "%s is %s in AWS, but its row cannot show it: ".formatted(wanted, id);
    ServerErrorMessage server =
        reason instanceof PSQLException e ? e.getServerErrorMessage() : null;
    if (FOREIGN_KEY_VIOLATION.equals(reason.getSQLState()) && server != null) {
      return new Fault(
          ErrorCode.NEEDED_BY_USER,
          what
              + "constraint %s of table %s refers to it without ON UPDATE CASCADE"
                  .formatted(server.getConstraint(), server.getTable()),
          server.getDetail(),
          "ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s FOREIGN KEY (…) REFERENCES %3$s (…) ON UPDATE CASCADE."
                  .formatted(server.getTable(), server.getConstraint(), wanted.table())
              + AGAIN);
    }
    if (LOCK_NOT_AVAILABLE.equals(reason.getSQLState())) {
      return new Fault(
          ErrorCode.LOCKED_BY_OTHERS,
          what + "another session holds a lock on it or on rows that refer to it",
          null,
          "Let that transaction end." + AGAIN);
    }
    return new Fault(
        ErrorCode.CHANGE_NOT_POSSIBLE,
        what + (server == null ? "SQLSTATE " + reason.getSQLState() : server.getMessage()),
        null,
        "Remove what is in the way." + AGAIN);
  }
}
