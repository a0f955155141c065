package dev.iasql.install.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Something that a module has made.
 *
 * @param catalogue the system catalogue it stands in, by name
 * @param catalogueId the same by its id
 * @param id its id there
 * @param relation the id of the relation it is or is a part of; 0 for a routine or type
 */
record ModuleObject(String catalogue, long catalogueId, long id, long relation) {
  private static final Set<String> PARTS = Set.of("pg_trigger", "pg_constraint");

  /** Everything that modules have made in the database. */
  static Set<ModuleObject> all(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT catalogue::regclass, catalogue, id, relation"
                    + " FROM iasql_internal.module_objects()");
        ResultSet row = query.executeQuery()) {
      Set<ModuleObject> objects = new LinkedHashSet<>();
      while (row.next()) {
        objects.add(
            new ModuleObject(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
      }
      return objects;
    }
  }

  /** Whether it is a trigger or constraint, which go with their table. */
  boolean isPart() {
    return PARTS.contains(catalogue);
  }

  boolean isTrigger() {
    return catalogue.equals("pg_trigger");
  }
}
