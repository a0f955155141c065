package dev.iasql.install.request;

import dev.iasql.core.module.ModuleManifest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Objects of a database, each by the system catalogue it stands in and its id there.
 *
 * @param catalogues as long as {@code ids}
 */
record ObjectSet(List<Long> catalogues, List<Long> ids) {

  static ObjectSet of(long catalogue, long id) {
    return new ObjectSet(List.of(catalogue), List.of(id));
  }

  static ObjectSet of(Collection<ModuleObject> objects) {
    return new ObjectSet(
        objects.stream().map(ModuleObject::catalogueId).toList(),
        objects.stream().map(ModuleObject::id).toList());
  }

  /** What there is of the relations, functions and types that modules provide. */
  static ObjectSet provided(Connection connection, Collection<ModuleManifest> modules)
      throws SQLException {
    try (PreparedStatement query =
            ProvidedNames.of(modules)
                .prepare(
                    connection, "SELECT catalogue, id FROM iasql_internal.named_objects(?, ?, ?)");
        ResultSet row = query.executeQuery()) {
      List<Long> catalogues = new ArrayList<>();
      List<Long> ids = new ArrayList<>();
      while (row.next()) {
        catalogues.add(row.getLong(1));
        ids.add(row.getLong(2));
      }
      return new ObjectSet(catalogues, ids);
    }
  }

  /** A query whose first two parameters are the catalogues and the ids. */
  PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setArray(1, connection.createArrayOf("oid", catalogues.toArray()));
    query.setArray(2, connection.createArrayOf("oid", ids.toArray()));
    return query;
  }
}
