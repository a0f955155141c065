package dev.iasql.aws.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What PostgreSQL knows of a database. */
final class Catalogue {
  private Catalogue() {}

  /** Everything the catalogue knows of, by description rather than by number. */
  static List<String> of(TenantDatabase database) throws SQLException {
    try (Connection admin = database.admin()) {
      return new Sql(admin)
          .rows(
              """
              WITH object (class, id, detail) AS (
                SELECT tableoid, oid, relkind::text FROM pg_class
                  WHERE relnamespace <> 'pg_toast'::regnamespace
                UNION ALL SELECT tableoid, oid, prosrc FROM pg_proc
                UNION ALL SELECT tableoid, oid, contype::text FROM pg_constraint
                UNION ALL SELECT tableoid, oid, tgtype::text FROM pg_trigger
                UNION ALL SELECT tableoid, oid, typtype::text FROM pg_type
                UNION ALL SELECT tableoid, oid, '' FROM pg_attrdef
                UNION ALL SELECT tableoid, oid, nspacl::text FROM pg_namespace
                UNION ALL SELECT tableoid, oid, '' FROM pg_rewrite)
              SELECT pg_describe_object(class, id, 0), detail FROM object
              UNION ALL
              SELECT 'comment on ' || pg_describe_object(classoid, objoid, objsubid), description
              FROM pg_description WHERE objoid >= 16384
              UNION ALL
              SELECT 'count of pg_depend', count(*)::text FROM pg_depend
              UNION ALL
              SELECT 'count of pg_attribute', count(*)::text FROM pg_attribute
              ORDER BY 1, 2
              """);
    }
  }

  /**
   * The definitions of all module tables and what hangs on them: what two databases have to agree
   * in to be the same, whatever way they came about. The order of columns is not counted.
   */
  static List<String> ofTables(TenantDatabase database) throws SQLException {
    try (Connection admin = database.admin()) {
      return new Sql(admin)
          .rows(
              """
              WITH tab AS (
                SELECT c.oid, c.relname, n.nspname, c.relacl, c.relowner,
                  format('%I.%I', n.nspname, c.relname) AS name
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'cloud') AND c.relkind = 'r')
              SELECT 'table', name, pg_get_userbyid(relowner) || ' ' || coalesce(
                  (SELECT string_agg(a::text, ',' ORDER BY a::text COLLATE "C") FROM unnest(relacl) a), ''),
                obj_description(oid, 'pg_class')
              FROM tab
              UNION ALL
              SELECT 'column', name || '.' || attname,
                concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attacl, attidentity,
                  (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef
                   WHERE adrelid = attrelid AND adnum = attnum)),
                col_description(attrelid, attnum)
              FROM tab JOIN pg_attribute ON attrelid = tab.oid AND attnum > 0 AND NOT attisdropped
              UNION ALL
              SELECT 'constraint', name || '.' || conname, pg_get_constraintdef(c.oid),
                concat_ws(' ', contype, convalidated, condeferrable, condeferred)
              FROM tab JOIN pg_constraint c ON conrelid = tab.oid
              UNION ALL
              SELECT 'index', name, pg_get_indexdef(indexrelid), ''
              FROM tab JOIN pg_index ON indrelid = tab.oid
              UNION ALL
              SELECT 'trigger', name, pg_get_triggerdef(t.oid), tgenabled::text
              FROM tab JOIN pg_trigger t ON tgrelid = tab.oid WHERE NOT tgisinternal
              ORDER BY 1, 2, 3
              """);
    }
  }
}
