package dev.iasql.install.request.check;

import dev.iasql.core.module.ModuleManifest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Rules about the objects of SQL modules themselves.
 *
 * <p>Policies of tables would run as whoever reads the table, even as the engine that counts its
 * rows; and a function of the owner's rights must not look for names where its caller wants.
 */
final class ObjectRules {
  private static final String QUERY =
      """
      WITH relation AS (
        SELECT c.oid AS id, c.relname AS name FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (?)),
      routine AS (
        SELECT p.oid AS id, p.proname AS name, p.oid::regprocedure::text AS signature, p.prosecdef, p.proconfig
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (?)),
      named (name, place) AS (
        SELECT name, 'public.' || name FROM relation
        UNION SELECT p.relname, 'public.' || r.name
          FROM relation r JOIN pg_index i ON i.indrelid = r.id JOIN pg_class p ON p.oid = i.indexrelid
        UNION SELECT s.relname, 'public.' || r.name
          FROM relation r JOIN pg_depend d ON d.refobjid = r.id AND d.deptype IN ('a', 'i')
          JOIN pg_class s ON d.classid = 'pg_class'::regclass AND s.oid = d.objid AND s.relkind = 'S'
        UNION SELECT a.attname, 'public.' || r.name
          FROM relation r JOIN pg_attribute a ON a.attrelid = r.id AND a.attnum > 0 AND NOT a.attisdropped
        UNION SELECT k.conname, 'public.' || r.name FROM relation r JOIN pg_constraint k ON k.conrelid = r.id AND k.contype <> 'n'
        UNION SELECT t.tgname, 'public.' || r.name
          FROM relation r JOIN pg_trigger t ON t.tgrelid = r.id AND NOT t.tgisinternal
        UNION SELECT name, signature FROM routine
        UNION SELECT t.typname, 'public.' || t.typname FROM pg_type t
          WHERE t.typnamespace = 'public'::regnamespace AND t.typname = ANY (?))
      SELECT 'NAMES', format('The name "%s" is not plain: lower-case letters, digits and underscores.', name), place
      FROM named WHERE name !~ '^[a-z][a-z0-9_]*$'
      UNION ALL
      SELECT 'NAMES', format('The name %s is reserved: it begins with iasql or pg_.', name), place
      FROM named WHERE name ~ '^(iasql|pg_)'
      UNION ALL
      SELECT 'NAMES', format('PostgreSQL has a function %s of its own.', r.name), r.signature
      FROM routine r WHERE EXISTS (
        SELECT FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = r.name)
      UNION ALL
      SELECT 'RIGHTS', 'A SECURITY DEFINER function needs SET search_path = public, pg_temp.', r.signature
      FROM routine r WHERE r.prosecdef AND NOT EXISTS (
        SELECT FROM unnest(r.proconfig) AS s (setting) WHERE s.setting ~ '^search_path=(.*[ ,])?"?pg_temp"?$')
      UNION ALL
      SELECT 'RIGHTS', 'Row-level security cannot be used.', 'public.' || r.name
      FROM relation r JOIN pg_class c ON c.oid = r.id
      WHERE c.relrowsecurity OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = r.id)
      ORDER BY 1, 3, 2
      """;

  private ObjectRules() {}

  static List<Violation> broken(Connection connection, Collection<ModuleManifest> modules)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      List<String> relations = new ArrayList<>(names(modules, p -> p.provides().tables()));
      relations.addAll(names(modules, p -> p.provides().views()));
      query.setArray(1, connection.createArrayOf("text", relations.toArray()));
      query.setArray(2, array(connection, modules, p -> p.provides().functions()));
      query.setArray(3, array(connection, modules, p -> p.provides().types()));
      try (ResultSet row = query.executeQuery()) {
        List<Violation> violations = new ArrayList<>();
        while (row.next()) {
          violations.add(
              new Violation(Rule.valueOf(row.getString(1)), row.getString(2), row.getString(3)));
        }
        return violations;
      }
    }
  }

  private static java.sql.Array array(
      Connection connection,
      Collection<ModuleManifest> modules,
      Function<ModuleManifest, List<String>> part)
      throws SQLException {
    return connection.createArrayOf("text", names(modules, part).toArray());
  }

  private static List<String> names(
      Collection<ModuleManifest> modules, Function<ModuleManifest, List<String>> part) {
    return modules.stream().map(part).flatMap(List::stream).toList();
  }
}
