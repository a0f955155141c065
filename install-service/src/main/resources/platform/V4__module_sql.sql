-- What install-service needs to put modules into a database and to take them out again.

CREATE FUNCTION iasql_internal.run_module_sql(p_sql text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE p_sql;
EXCEPTION WHEN connection_exception OR admin_shutdown OR crash_shutdown OR cannot_connect_now THEN
  -- Codes that would make the worker believe its connection is lost, and so try for ever.
  RAISE EXCEPTION USING ERRCODE = 'external_routine_exception', MESSAGE = SQLERRM;
END $$;
COMMENT ON FUNCTION iasql_internal.run_module_sql(text) IS
  'Runs a module''s SQL as the owner of module tables. Inside a function it can neither leave the transaction nor the role.';

CREATE FUNCTION iasql_internal.row_count(p_table text) RETURNS bigint
  LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  rows bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM public.%I', p_table) INTO rows;
  RETURN rows;
END $$;
COMMENT ON FUNCTION iasql_internal.row_count(text) IS 'How many rows a module table has.';

CREATE FUNCTION iasql_internal.pending_rows(p_table text) RETURNS bigint
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted CONSTANT regclass := to_regclass(format('public.%I', p_table));
  seen CONSTANT regclass := to_regclass(format('cloud.%I', p_table));
  key_columns text;
  wanted_columns text;
  seen_columns text;
  rows bigint;
BEGIN
  IF wanted IS NULL OR seen IS NULL THEN
    RETURN 0;
  END IF;
  SELECT string_agg(quote_ident(a.attname), ', ') INTO key_columns
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = wanted AND i.indisprimary;
  SELECT string_agg(format('w.%I', w.attname), ', '), string_agg(format('s.%I', w.attname), ', ')
  INTO wanted_columns, seen_columns
  FROM pg_attribute w
  JOIN pg_attribute s ON s.attrelid = seen AND s.attname = w.attname AND s.attnum > 0 AND NOT s.attisdropped
  WHERE w.attrelid = wanted AND w.attnum > 0 AND NOT w.attisdropped;
  EXECUTE format('SELECT count(*) FROM %s w FULL JOIN %s s USING (%s) WHERE ROW(%s) IS DISTINCT FROM ROW(%s)',
    wanted, seen, key_columns, wanted_columns, seen_columns) INTO rows;
  RETURN rows;
END $$;
COMMENT ON FUNCTION iasql_internal.pending_rows(text) IS
  'How many rows of a module table are not as AWS was last seen to have them.';

CREATE FUNCTION iasql_internal.taken_names(p_relations text[], p_functions text[], p_types text[])
  RETURNS TABLE (kind text, name text, owner text, rename text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    WITH named AS (
      SELECT CASE c.relkind
          WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table'
          WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'c' THEN 'type' ELSE 'table' END AS kind,
        c.relname AS name, format('public.%I', c.relname) AS identity, c.relowner AS owner_id
      FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (p_relations)
      UNION ALL
      SELECT 'function', p.proname, p.oid::regprocedure::text, p.proowner
      FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (p_functions)
      UNION ALL
      SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END, t.typname, format('public.%I', t.typname), t.typowner
      FROM pg_type t
      WHERE t.typnamespace = 'public'::regnamespace AND t.typname = ANY (p_types || p_relations)
        AND NOT EXISTS (SELECT FROM pg_class r WHERE r.oid = t.typrelid AND r.relname = ANY (p_relations)))
    SELECT n.kind, n.name::text, pg_get_userbyid(n.owner_id)::text,
      format('ALTER %s %s RENAME TO %I', upper(n.kind), n.identity, left('my_' || n.name, 63))
    FROM named n ORDER BY n.name, n.kind;
  END;
COMMENT ON FUNCTION iasql_internal.taken_names(text[], text[], text[]) IS
  'Objects in schema public that have a name a module needs, and the statement that would make room.';

CREATE FUNCTION iasql_internal.foreign_dependents(p_relations text[], p_functions text[], p_types text[])
  RETURNS TABLE (dependent text, needs text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    WITH going AS (
      SELECT 'pg_class'::regclass AS class, c.oid AS id, c.relname::text AS name
      FROM pg_class c
      WHERE c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace) AND c.relname = ANY (p_relations)
      UNION ALL
      SELECT 'pg_type'::regclass, t.oid, coalesce(element.typname, t.typname)::text
      FROM pg_type t LEFT JOIN pg_type element ON element.oid = t.typelem
      WHERE t.typnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
        AND coalesce(element.typname, t.typname) = ANY (p_types || p_relations)
      UNION ALL
      SELECT 'pg_proc'::regclass, p.oid, p.proname::text
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (p_functions)),
    users AS (
      SELECT going.name AS needs, d.classid, d.objid, d.objsubid,
        coalesce(view.oid, constrained.oid, defaulted.oid, relation.oid, policed.oid, triggered.oid) AS relation_id
      FROM going
      JOIN pg_depend d ON d.refclassid = going.class AND d.refobjid = going.id AND d.deptype = 'n'
      LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
      LEFT JOIN pg_class view ON view.oid = r.ev_class
      LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
      LEFT JOIN pg_class constrained ON constrained.oid = k.conrelid
      LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
      LEFT JOIN pg_class defaulted ON defaulted.oid = f.adrelid
      LEFT JOIN pg_class relation ON d.classid = 'pg_class'::regclass AND relation.oid = d.objid
      LEFT JOIN pg_policy y ON d.classid = 'pg_policy'::regclass AND y.oid = d.objid
      LEFT JOIN pg_class policed ON policed.oid = y.polrelid
      LEFT JOIN pg_trigger g ON d.classid = 'pg_trigger'::regclass AND g.oid = d.objid
      LEFT JOIN pg_class triggered ON triggered.oid = g.tgrelid)
    SELECT DISTINCT
      CASE
        WHEN u.classid = 'pg_rewrite'::regclass THEN
          (SELECT o.type || ' ' || o.identity FROM pg_identify_object('pg_class'::regclass, u.relation_id, 0) o)
        ELSE (SELECT o.type || ' ' || o.identity FROM pg_identify_object(u.classid, u.objid, u.objsubid) o)
      END,
      u.needs
    FROM users u
    LEFT JOIN pg_class c ON c.oid = u.relation_id
    LEFT JOIN pg_proc p ON u.classid = 'pg_proc'::regclass AND p.oid = u.objid
    LEFT JOIN pg_type t ON u.classid = 'pg_type'::regclass AND t.oid = u.objid
    WHERE pg_get_userbyid(coalesce(c.relowner, p.proowner, t.typowner, 0)) <> '${owner}'
    ORDER BY 1, 2;
  END;
COMMENT ON FUNCTION iasql_internal.foreign_dependents(text[], text[], text[]) IS
  'Objects of users that need a module''s tables, functions or types, such as views and foreign keys.';
