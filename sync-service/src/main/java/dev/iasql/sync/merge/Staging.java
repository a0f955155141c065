package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.core.sql.Identifiers;
import dev.iasql.sync.account.AccountRegion;
import dev.iasql.sync.table.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What AWS has now, in temporary tables of the session: they are gone with it, so a crash leaves
 * nothing behind. Each has the name and columns of its table, and the listing a row came from.
 */
public final class Staging {
  private static final String LISTING = "iasql_listing";

  /** From this many rows on the planner is told what a staged table holds. */
  private static final long LARGE = 1_000;

  /** What was read: the accounts and regions whose rows are complete. */
  private static final String PLACES_READ =
      "CREATE TEMP TABLE iasql_read (table_name text, account_id text, region text)";

  /** What is wrong with single rows. */
  private static final String ROW_ERRORS =
      """
      CREATE TEMP TABLE iasql_row_error (
        table_name text, account_id text, region text, row_id text,
        code text, message text, hint text)
      """;

  private final Connection connection;
  private final Map<String, Long> rows = new HashMap<>();

  private Staging(Connection connection) {
    this.connection = connection;
  }

  /** Begins anew: what an earlier use of the session may have left goes. */
  public static Staging create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DISCARD TEMP");
      statement.execute(PLACES_READ);
      statement.execute(ROW_ERRORS);
    }
    return new Staging(connection);
  }

  /** Makes the temporary tables of these tables, empty. */
  public void add(List<AwsTable<?>> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (AwsTable<?> table : tables) {
        SqlTable sql = new SqlTable(table.model());
        statement.execute(
            "CREATE TEMP TABLE %s (LIKE %s, %s integer NOT NULL)"
                .formatted(sql.name(), sql.seen(), LISTING));
        rows.put(table.name(), 0L);
      }
    }
    connection.commit();
  }

  /**
   * Adds rows and commits, so that no transaction stays open while AWS is read.
   *
   * @param copyText the columns of the table in order, and the listing's number
   * @throws SQLException if the database is lost, or refuses a value; then none of the rows is
   *     there
   */
  public void copy(AwsTable<?> table, byte[] copyText) throws SQLException {
    SqlTable sql = new SqlTable(table.model());
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY %s (%s, %s) FROM STDIN"
                    .formatted(sql.staged(), SqlTable.names(table.model().columns()), LISTING));
    copy.writeToCopy(copyText, 0, copyText.length);
    rows.merge(table.name(), copy.endCopy(), Long::sum);
    connection.commit();
  }

  /** Takes back the rows of a listing that did not come to its end. */
  public void discard(AwsTable<?> table, int listing) throws SQLException {
    long discarded =
        update(
            "DELETE FROM %s WHERE %s = ?".formatted(new SqlTable(table.model()).staged(), LISTING),
            listing);
    rows.merge(table.name(), -discarded, Long::sum);
    connection.commit();
  }

  /** Notes that the rows of a place are complete. */
  public void complete(AwsTable<?> table, AccountRegion place) throws SQLException {
    update(
        "INSERT INTO pg_temp.iasql_read VALUES (?, ?, ?)",
        table.name(),
        place.accountId(),
        place.region());
    connection.commit();
  }

  /** How many rows of the table are staged. */
  long rows(AwsTable<?> table) {
    return rows.get(table.name());
  }

  /** Gives the planner what it needs to know of large tables; it never looks at them by itself. */
  void analyze() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, Long> table : rows.entrySet()) {
        if (table.getValue() >= LARGE) {
          statement.execute("ANALYZE pg_temp." + Identifiers.quote(table.getKey()));
        }
      }
    }
  }

  private long update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeLargeUpdate();
    }
  }
}
