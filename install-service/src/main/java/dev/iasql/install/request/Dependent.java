package dev.iasql.install.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that needs an object and so goes with it, or is in its way.
 *
 * @param catalogue the system catalogue it stands in
 * @param id its id there
 * @param part the number of the column that it is, or 0 if it is no column
 * @param relation the id of the table or view it is or belongs to; 0 if it belongs to none
 * @param identity its kind and name, as PostgreSQL says it
 * @param needs the name of what it needs
 * @param ofUser whether it was not made by a module
 * @param removal the statement that drops it
 */
record Dependent(
    long catalogue,
    long id,
    int part,
    long relation,
    String identity,
    String needs,
    boolean ofUser,
    String removal) {

  /** By identity. */
  static List<Dependent> of(Connection connection, ObjectSet objects) throws SQLException {
    try (PreparedStatement query =
            objects.prepare(
                connection,
                "SELECT catalogue, id, part, relation, identity, needs, of_user, removal"
                    + " FROM iasql_internal.dependents(?, ?)");
        ResultSet row = query.executeQuery()) {
      List<Dependent> dependents = new ArrayList<>();
      while (row.next()) {
        dependents.add(
            new Dependent(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8)));
      }
      return dependents;
    }
  }

  boolean isConstraint() {
    return identity.startsWith("table constraint ");
  }

  ObjectSet asObject() {
    return ObjectSet.of(catalogue, id);
  }
}
