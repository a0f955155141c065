package dev.iasql.install.request.check;

import dev.iasql.install.request.check.SchemaObject.Key;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All objects of a database that did not come with PostgreSQL, as one transaction sees them. Two
 * snapshots tell what happened in between, whoever did it and however.
 */
public final class SchemaSnapshot {
  /** Which object each object is only a part of. */
  static final String WHOLE =
      """
      SELECT DISTINCT ON (classid, objid) classid AS class, objid AS id, refclassid AS of_class, refobjid AS of_id
      FROM pg_depend
      WHERE deptype IN ('i', 'a', 'S') AND objid >= 16384 AND (classid, objid) <> (refclassid, refobjid)
        AND NOT (classid = 'pg_class'::regclass
          AND objid IN (SELECT oid FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f')))
      ORDER BY classid, objid, deptype DESC, refclassid, refobjid
      """;

  /**
   * Parts are found by PostgreSQL's own dependencies (documentation, chapter 52.18: {@code i} and
   * {@code a}, and {@code S} for parts of partitions). A row's {@code xmin} changes with every
   * change of the row. Rows of {@code pg_class} also change when another table refers to theirs, so
   * of them the columns count that say what the relation is.
   */
  private static final String QUERY =
      """
      WITH RECURSIVE entry (class, id, content) AS (
        SELECT 'pg_class'::regclass::oid, oid, ROW(relname, relnamespace, relowner, relam, relfilenode, relkind,
          relpersistence, relnatts, relchecks, relrowsecurity, relforcerowsecurity, relreplident, relispartition,
          relacl, reloptions, relpartbound)::text
        FROM pg_class
        UNION ALL SELECT 'pg_class'::regclass, attrelid, 'column ' || attnum || ' ' || xmin FROM pg_attribute
        UNION ALL SELECT 'pg_class'::regclass, indexrelid, 'index ' || xmin FROM pg_index
        UNION ALL SELECT 'pg_class'::regclass, seqrelid, 'sequence ' || xmin FROM pg_sequence
        UNION ALL SELECT 'pg_class'::regclass, inhrelid, 'child of ' || inhparent FROM pg_inherits
        UNION ALL SELECT 'pg_type'::regclass, enumtypid, 'label ' || oid || xmin FROM pg_enum
        UNION ALL SELECT 'pg_authid'::regclass, setrole, setconfig::text FROM pg_db_role_setting
          WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
        UNION ALL SELECT classoid, objoid, 'comment ' || objsubid || ' ' || xmin FROM pg_description
        %s),
      whole AS (
        %s),
      up (class, id, of_class, of_id, steps) AS (
        SELECT class, id, class, id, 0 FROM (SELECT DISTINCT class, id FROM entry WHERE id >= 16384) numbered
        UNION ALL
        SELECT up.class, up.id, whole.of_class, whole.of_id, steps + 1
        FROM up JOIN whole ON whole.class = up.of_class AND whole.id = up.of_id WHERE steps < 10),
      part AS (
        SELECT DISTINCT ON (class, id) class, id, of_class, of_id FROM up ORDER BY class, id, steps DESC),
      object AS (
        SELECT of_class AS class, of_id AS id,
          md5(string_agg(class || ' ' || id || ' ' || content, ',' ORDER BY class, id, content)) AS content
        FROM part JOIN entry USING (class, id) GROUP BY of_class, of_id)
      SELECT o.class, o.id, i.type, i.schema, coalesce(c.relname, p.proname, t.typname, i.name), i.identity, o.content
      FROM object o
      CROSS JOIN LATERAL pg_identify_object(o.class, o.id, 0) i
      LEFT JOIN pg_class c ON o.class = 'pg_class'::regclass AND c.oid = o.id
      LEFT JOIN pg_proc p ON o.class = 'pg_proc'::regclass AND p.oid = o.id
      LEFT JOIN pg_type t ON o.class = 'pg_type'::regclass AND t.oid = o.id
      ORDER BY i.type, i.identity
      """
          .formatted(plainCatalogues(), WHOLE);

  private final Map<Key, SchemaObject> objects;

  private SchemaSnapshot(Map<Key, SchemaObject> objects) {
    this.objects = objects;
  }

  /** Catalogues whose rows are objects by themselves, or parts that have a number. */
  private static String plainCatalogues() {
    StringBuilder sql = new StringBuilder();
    for (String catalogue :
        List.of(
            "pg_attrdef",
            "pg_cast",
            "pg_collation",
            "pg_constraint",
            "pg_conversion",
            "pg_default_acl",
            "pg_event_trigger",
            "pg_extension",
            "pg_foreign_data_wrapper",
            "pg_foreign_server",
            "pg_language",
            "pg_namespace",
            "pg_opclass",
            "pg_operator",
            "pg_opfamily",
            "pg_policy",
            "pg_proc",
            "pg_publication",
            "pg_rewrite",
            "pg_statistic_ext",
            "pg_transform",
            "pg_trigger",
            "pg_ts_config",
            "pg_ts_dict",
            "pg_ts_parser",
            "pg_ts_template",
            "pg_type")) {
      sql.append(
          "UNION ALL SELECT '%1$s'::regclass, oid, xmin::text FROM %1$s ".formatted(catalogue));
    }
    return sql.append(
            "UNION ALL SELECT 'pg_largeobject'::regclass, oid, xmin::text"
                + " FROM pg_largeobject_metadata ")
        .toString();
  }

  public static SchemaSnapshot of(Connection connection) throws SQLException {
    Map<Key, SchemaObject> objects = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        Key key = new Key(row.getLong(1), row.getLong(2));
        objects.put(
            key,
            new SchemaObject(
                key,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7)));
      }
    }
    return new SchemaSnapshot(objects);
  }

  /** By type and name. */
  public Collection<SchemaObject> objects() {
    return objects.values();
  }

  /** What is there now and was not, what is gone, and what is there but not as it was. */
  public List<SchemaChange> since(SchemaSnapshot before) {
    List<SchemaChange> changes = new ArrayList<>();
    objects.forEach(
        (key, object) -> {
          SchemaObject was = before.objects.get(key);
          if (was == null) {
            changes.add(new SchemaChange(SchemaChange.Kind.CREATED, object));
          } else if (!was.equals(object)) {
            changes.add(new SchemaChange(SchemaChange.Kind.CHANGED, was));
          }
        });
    before.objects.forEach(
        (key, object) -> {
          if (!objects.containsKey(key)) {
            changes.add(new SchemaChange(SchemaChange.Kind.DROPPED, object));
          }
        });
    changes.sort(
        Comparator.comparing(SchemaChange::kind)
            .thenComparing(change -> change.object().toString()));
    return changes;
  }

  /** Whether an object is, or is absent, here just as in the other snapshot. */
  public boolean agrees(SchemaSnapshot other, Key key) {
    SchemaObject here = objects.get(key);
    return here == null ? !other.objects.containsKey(key) : here.equals(other.objects.get(key));
  }
}
