package dev.iasql.install.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An object of a module that stays and hangs on what goes: a view, a foreign key and the like.
 *
 * @param catalogue the system catalogue it stands in
 * @param id its id there
 * @param identity its kind and name
 * @param definition makes it again, on whatever has the names it uses by then
 */
record Binding(long catalogue, long id, String identity, String definition) {

  /** The definition is {@code null} for an object that cannot be made again. */
  static Binding of(Connection connection, long catalogue, long id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT o.type || ' ' || o.identity, iasql_internal.definition(?, ?)"
                + " FROM pg_identify_object(?, ?, 0) o")) {
      for (int i = 1; i <= 4; i += 2) {
        query.setLong(i, catalogue);
        query.setLong(i + 1, id);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Binding(catalogue, id, row.getString(1), row.getString(2));
      }
    }
  }
}
