package dev.iasql.install.request.check;

import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the objects of a module are, in lines that are the same however the objects came about.
 * Neither numbers nor the order of columns count, and names PostgreSQL gave to NOT NULL constraints
 * do not either, for a renamed column keeps the old one.
 */
final class CatalogueDump {
  private static final String QUERY =
      """
      WITH relation AS (
        SELECT c.* FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (?)),
      routine AS (
        SELECT p.* FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (?)),
      kind AS (
        SELECT t.* FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typname = ANY (?))
      SELECT format('column %s.%s %s%s%s%s%s', r.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' NOT NULL' END,
        ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ' IDENTITY ' || nullif(a.attidentity::text, ''),
        ' COMMENT ' || col_description(r.oid, a.attnum))
      FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
      UNION ALL
      SELECT format('constraint %s of %s: %s', k.conname, r.relname, pg_get_constraintdef(k.oid))
      FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype NOT IN ('n', 't')
      UNION ALL
      SELECT format('index of %s: %s', r.relname, pg_get_indexdef(i.indexrelid))
      FROM relation r JOIN pg_index i ON i.indrelid = r.oid
      UNION ALL
      SELECT format('trigger of %s: %s %s', r.relname, pg_get_triggerdef(t.oid), t.tgenabled)
      FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
      UNION ALL
      SELECT format('rule of %s: %s', r.relname, pg_get_ruledef(w.oid)) FROM relation r JOIN pg_rewrite w ON w.ev_class = r.oid
      UNION ALL
      SELECT format('relation %s: %s, rights %s, comment %s', r.relname, r.relkind,
        (SELECT string_agg(x::text, ',' ORDER BY x::text) FROM unnest(r.relacl) x), obj_description(r.oid, 'pg_class'))
      FROM relation r
      UNION ALL
      SELECT format('function %s: %s, rights %s, comment %s', p.oid::regprocedure,
        CASE WHEN p.prokind = 'a' THEN 'aggregate' ELSE pg_get_functiondef(p.oid) END,
        (SELECT string_agg(x::text, ',' ORDER BY x::text) FROM unnest(p.proacl) x), obj_description(p.oid, 'pg_proc'))
      FROM routine p
      UNION ALL
      SELECT format('type %s: %s, labels %s, attributes %s, constraints %s, default %s, comment %s', t.typname, t.typtype,
        (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
        (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attname)
          FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
        (SELECT string_agg(pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid),
        t.typdefault, obj_description(t.oid, 'pg_type'))
      FROM kind t
      ORDER BY 1
      """;

  private CatalogueDump() {}

  static List<String> of(Connection connection, ModuleManifest manifest) throws SQLException {
    Provides provides = manifest.provides();
    List<String> relations = new ArrayList<>(provides.tables());
    relations.addAll(provides.views());
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setArray(1, connection.createArrayOf("text", relations.toArray()));
      query.setArray(2, connection.createArrayOf("text", provides.functions().toArray()));
      query.setArray(3, connection.createArrayOf("text", provides.types().toArray()));
      try (ResultSet row = query.executeQuery()) {
        List<String> lines = new ArrayList<>();
        while (row.next()) {
          lines.add(row.getString(1));
        }
        return lines;
      }
    }
  }
}
