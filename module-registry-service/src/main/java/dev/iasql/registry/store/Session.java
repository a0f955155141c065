package dev.iasql.registry.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One transaction in the registry's database. */
public final class Session {
  /** A large answer is read in pieces, so that it never stands in memory twice. */
  private static final int ROWS_AT_ONCE = 500;

  /** Makes an object of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  Session(Connection connection) {
    this.connection = connection;
  }

  public <T> List<T> query(RowReader<T> reader, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      }
    }
  }

  /** How many rows were touched. */
  public int update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** Waits for every other transaction that changes the catalogue, and keeps new ones out. */
  long lockCatalogue() throws SQLException {
    return query(row -> row.getLong(1), "SELECT change FROM catalogue_state FOR UPDATE").getFirst();
  }

  /** The number for a change; call it with the catalogue locked. */
  long nextChange() throws SQLException {
    return query(
            row -> row.getLong(1),
            "UPDATE catalogue_state SET change = change + 1 RETURNING change")
        .getFirst();
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
