package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.sync.table.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Merges the staged rows of one table, statement by statement, each a set. */
final class TableMerge {
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final Connection connection;
  private final SqlTable table;

  TableMerge(Connection connection, AwsTable<?> table) {
    this.connection = connection;
    this.table = new SqlTable(table.model());
  }

  /**
   * Takes over what is new and what changed.
   *
   * @param staged how many rows are staged
   */
  MergeCounts takeOver(long staged) throws SQLException {
    if (staged == 0) {
      return MergeCounts.NOTHING;
    }
    long rows = staged - update(DropDuplicates.sql(table));
    for (UnseenReference unseen : UnseenReference.of(table)) {
      long found = update(unseen.sql());
      rows -= unseen.leavesOutRows() ? found : 0;
    }
    for (String sql : KeepOnlyOne.sql(table)) {
      update(sql);
    }
    if (FollowCloud.applies(table)) {
      update(FollowCloud.sql(table));
    }
    long updated = UpdateSeen.applies(table) ? update(UpdateSeen.sql(table)) : 0;
    update(InsertWanted.sql(table));
    long created = update(InsertSeen.sql(table));
    return new MergeCounts(created, updated, 0, rows - created - updated);
  }

  /**
   * Takes away what is gone or no longer to be seen, and answers how many rows that were.
   *
   * @param installed the tables that may refer to this one
   */
  long takeAway(List<AwsTable<?>> installed) throws SQLException {
    DeleteVanished vanished = new DeleteVanished(table, installed);
    ForgetDisabled disabled = new ForgetDisabled(table, installed);
    long gone =
        vanished.applies() ? unlessHeld(vanished.sql(), () -> takeAwayOneByOne(vanished)) : 0;
    return disabled.applies() ? gone + unlessHeld(disabled.sql(), () -> 0) : gone;
  }

  @FunctionalInterface
  private interface Deletion {
    long run() throws SQLException;
  }

  /** Deletes rows and answers how many, or does something else if a user's table holds one. */
  private long unlessHeld(String sql, Deletion otherwise) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      long deleted = count(sql, List.of());
      connection.releaseSavepoint(before);
      return deleted;
    } catch (SQLException e) {
      if (!FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
      return otherwise.run();
    }
  }

  /** A foreign key of a user's table holds some of the rows; the others go. */
  private long takeAwayOneByOne(DeleteVanished vanished) throws SQLException {
    long deleted = 0;
    for (List<String> key : keys(vanished)) {
      Savepoint before = connection.setSavepoint();
      try {
        deleted += count(vanished.sqlOfOne(), key);
      } catch (SQLException e) {
        if (!FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
          throw e;
        }
        connection.rollback(before);
        update(vanished.keptByUsersTable(), key);
      }
      connection.releaseSavepoint(before);
    }
    return deleted;
  }

  private List<List<String>> keys(DeleteVanished vanished) throws SQLException {
    List<List<String>> keys = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(vanished.keys());
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= table.model().key().size(); i++) {
          key.add(row.getString(i));
        }
        keys.add(key);
      }
    }
    return keys;
  }

  private long count(String sql, List<String> parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void update(String sql, List<String> parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, List<String> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.size(); i++) {
      statement.setString(i + 1, parameters.get(i));
    }
    return statement;
  }

  private long update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }
}
