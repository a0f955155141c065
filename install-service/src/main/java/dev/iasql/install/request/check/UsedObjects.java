package dev.iasql.install.request.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the objects of a module refer to, as far as PostgreSQL knows it. */
final class UsedObjects {
  /**
   * @param user the object of the module, such as {@code view public.park_size}
   * @param schema where the used object is
   * @param name its name without schema
   * @param used the used object, such as {@code table public.pond}
   */
  record Use(String user, String schema, String name, String used) {}

  /** Parts as in {@link SchemaSnapshot}: down from the module's objects, up from what is used. */
  private static final String QUERY =
      """
      WITH RECURSIVE whole AS (
        %s),
      part (class, id, root_class, root_id) AS (
        SELECT class, id, class, id FROM unnest(?::oid[], ?::oid[]) AS made (class, id)
        UNION
        SELECT w.class, w.id, p.root_class, p.root_id
        FROM part p JOIN whole w ON w.of_class = p.class AND w.of_id = p.id),
      up (root_class, root_id, class, id) AS (
        SELECT p.root_class, p.root_id, d.refclassid, d.refobjid
        FROM part p JOIN pg_depend d ON d.classid = p.class AND d.objid = p.id AND d.refobjid >= 16384
        UNION
        SELECT u.root_class, u.root_id, w.of_class, w.of_id
        FROM up u JOIN whole w ON w.class = u.class AND w.id = u.id)
      SELECT DISTINCT root.type || ' ' || root.identity, used.schema,
        coalesce(c.relname, f.proname, t.typname, used.name), used.type || ' ' || used.identity
      FROM up u
      CROSS JOIN LATERAL pg_identify_object(u.root_class, u.root_id, 0) root
      CROSS JOIN LATERAL pg_identify_object(u.class, u.id, 0) used
      LEFT JOIN pg_class c ON u.class = 'pg_class'::regclass AND c.oid = u.id
      LEFT JOIN pg_proc f ON u.class = 'pg_proc'::regclass AND f.oid = u.id
      LEFT JOIN pg_type t ON u.class = 'pg_type'::regclass AND t.oid = u.id
      WHERE used.schema IS NOT NULL
        AND NOT EXISTS (SELECT FROM whole w WHERE w.class = u.class AND w.id = u.id)
        AND NOT EXISTS (SELECT FROM part p WHERE p.class = u.class AND p.id = u.id)
      ORDER BY 1, 4
      """
          .formatted(SchemaSnapshot.WHOLE);

  private static final String BODIES =
      """
      SELECT p.oid::regprocedure::text, p.prosrc FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (?)
      """;

  /** The text of a function, in which PostgreSQL does not look for names before it runs. */
  record Body(String signature, String text) {}

  private UsedObjects() {}

  static List<Use> of(Connection connection, Collection<SchemaObject> made) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setArray(
          1,
          connection.createArrayOf(
              "oid", made.stream().map(object -> object.key().catalogue()).toArray()));
      query.setArray(
          2,
          connection.createArrayOf(
              "oid", made.stream().map(object -> object.key().number()).toArray()));
      try (ResultSet row = query.executeQuery()) {
        List<Use> uses = new ArrayList<>();
        while (row.next()) {
          uses.add(new Use(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
        return uses;
      }
    }
  }

  static List<Body> bodies(Connection connection, Collection<String> functions)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BODIES)) {
      query.setArray(1, connection.createArrayOf("text", functions.toArray()));
      try (ResultSet row = query.executeQuery()) {
        List<Body> bodies = new ArrayList<>();
        while (row.next()) {
          bodies.add(new Body(row.getString(1), row.getString(2)));
        }
        return bodies;
      }
    }
  }
}
