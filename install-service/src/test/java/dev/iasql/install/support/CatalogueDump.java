package dev.iasql.install.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All that the system catalogues say of a database's objects, but for their numbers. */
public final class CatalogueDump {
  private static final String QUERY =
      """
      WITH spaces AS (
        SELECT n.oid, n.nspname FROM pg_namespace n WHERE n.nspname !~ '^pg_(toast|temp|catalog)' AND n.nspname <> 'information_schema')
      SELECT 'schema ' || s.nspname || ' ' || coalesce((SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(n.nspacl) a), '')
        || coalesce(obj_description(n.oid, 'pg_namespace'), '')
      FROM spaces s JOIN pg_namespace n ON n.oid = s.oid
      UNION ALL
      SELECT concat_ws(' | ', 'relation ' || s.nspname || '.' || c.relname, c.relkind, pg_get_userbyid(c.relowner), c.reloptions::text,
        (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(c.relacl) a), c.relrowsecurity,
        CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
        CASE WHEN c.relkind = 'i' THEN pg_get_indexdef(c.oid) END,
        obj_description(c.oid, 'pg_class'))
      FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
      UNION ALL
      SELECT concat_ws(' | ', 'column ' || s.nspname || '.' || c.relname || '.' || a.attname,
        row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
        a.attacl::text, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum))
      FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      UNION ALL
      SELECT concat_ws(' | ', 'constraint ' || s.nspname || '.' || k.conname, k.conrelid::regclass, pg_get_constraintdef(k.oid), k.convalidated,
        obj_description(k.oid, 'pg_constraint'))
      FROM pg_constraint k JOIN spaces s ON s.oid = k.connamespace
      UNION ALL
      SELECT concat_ws(' | ', 'trigger ' || g.tgname, pg_get_triggerdef(g.oid), g.tgenabled, obj_description(g.oid, 'pg_trigger'))
      FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN spaces s ON s.oid = c.relnamespace WHERE NOT g.tgisinternal
      UNION ALL
      SELECT concat_ws(' | ', 'routine ' || p.oid::regprocedure, pg_get_userbyid(p.proowner),
        (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(p.proacl) a),
        CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) END, obj_description(p.oid, 'pg_proc'))
      FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
      UNION ALL
      SELECT concat_ws(' | ', 'type ' || t.oid::regtype, t.typtype, pg_get_userbyid(t.typowner), t.typacl::text, obj_description(t.oid, 'pg_type'))
      FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace
      UNION ALL
      SELECT 'policy ' || pg_get_expr(y.polqual, y.polrelid) FROM pg_policy y
      ORDER BY 1
      """;

  private CatalogueDump() {}

  /** One line for each object, in order; read by an administrator, who sees all. */
  public static List<String> of(Connection admin) throws SQLException {
    Sql.run(admin, "SET search_path = pg_catalog");
    return Sql.rows(admin, QUERY);
  }
}
