-- What install-service needs to put one module in the place of another, to move modules to other
-- versions, and to say what would be lost.

ALTER TABLE iasql.module_dependency ADD COLUMN requirement text;
UPDATE iasql.module_dependency SET requirement = dependency;
ALTER TABLE iasql.module_dependency
  ALTER COLUMN requirement SET NOT NULL,
  DROP CONSTRAINT module_dependency_pkey,
  ADD PRIMARY KEY (module_name, requirement);
COMMENT ON COLUMN iasql.module_dependency.requirement IS 'What the module asks for: a module, or a capability of one.';
COMMENT ON COLUMN iasql.module_dependency.dependency IS 'The installed module that is or has what is asked for.';

CREATE SCHEMA iasql_parked_public;
COMMENT ON SCHEMA iasql_parked_public IS 'What a swap took out of schema public, until the import of what came instead is done.';
CREATE SCHEMA iasql_parked_cloud;
COMMENT ON SCHEMA iasql_parked_cloud IS 'What a swap took out of schema cloud, until the import of what came instead is done.';

CREATE FUNCTION iasql_internal.is_module_role(p_role oid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  RETURN pg_get_userbyid(p_role) IN ('${owner}', regexp_replace('${owner}', '_owner$', '_module'));
COMMENT ON FUNCTION iasql_internal.is_module_role(oid) IS 'Whether modules make their objects as this role.';

CREATE FUNCTION iasql_internal.checked_force(p_function text, p_force boolean) RETURNS jsonb
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_force IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'IA002',
      MESSAGE = format('%s was called with NULL as force', p_function),
      HINT = 'Say force => true to throw away what is in the way, or leave it out.';
  END IF;
  RETURN jsonb_build_array(p_force);
END $$;
COMMENT ON FUNCTION iasql_internal.checked_force(text, boolean) IS
  'The argument as JSON, or the error that says what is wrong with it.';

CREATE FUNCTION iasql_internal.pending_keys(p_table text, p_most integer)
  RETURNS TABLE (key text, change text)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted CONSTANT regclass := to_regclass(format('public.%I', p_table));
  seen CONSTANT regclass := to_regclass(format('cloud.%I', p_table));
  key_columns text[];
  wanted_columns text;
  seen_columns text;
BEGIN
  IF wanted IS NULL OR seen IS NULL THEN
    RETURN;
  END IF;
  SELECT array_agg(quote_ident(a.attname) ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO key_columns
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = wanted AND i.indisprimary;
  SELECT string_agg(format('w.%I', w.attname), ', '), string_agg(format('s.%I', w.attname), ', ')
  INTO wanted_columns, seen_columns
  FROM pg_attribute w
  JOIN pg_attribute s ON s.attrelid = seen AND s.attname = w.attname AND s.attnum > 0 AND NOT s.attisdropped
  WHERE w.attrelid = wanted AND w.attnum > 0 AND NOT w.attisdropped;
  RETURN QUERY EXECUTE format(
    $query$
    SELECT concat_ws('/', %1$s),
      CASE WHEN s.%2$s IS NULL THEN 'created' WHEN w.%2$s IS NULL THEN 'deleted' ELSE 'changed' END
    FROM %3$s w FULL JOIN %4$s s USING (%1$s)
    WHERE ROW(%5$s) IS DISTINCT FROM ROW(%6$s)
    ORDER BY 1 LIMIT %7$s
    $query$,
    array_to_string(key_columns, ', '), key_columns[1], wanted, seen, wanted_columns, seen_columns, p_most);
END $$;
COMMENT ON FUNCTION iasql_internal.pending_keys(text, integer) IS
  'Which rows of a module table are not as AWS was last seen to have them: the first of them by key.';

-- Sets of objects travel as two arrays, of the catalogue each is in and of its id there.

CREATE FUNCTION iasql_internal.named_objects(
    p_relations text[], p_functions text[], p_types text[]) RETURNS TABLE (catalogue oid, id oid)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT 'pg_class'::regclass::oid, c.oid FROM pg_class c
    WHERE c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace) AND c.relname = ANY (p_relations)
      AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid FROM pg_type t
    WHERE t.typnamespace IN ('public'::regnamespace, 'cloud'::regnamespace) AND t.typname = ANY (p_types)
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (p_functions);
  END;
COMMENT ON FUNCTION iasql_internal.named_objects(text[], text[], text[]) IS
  'What there is of the relations, functions and types that modules provide.';

CREATE FUNCTION iasql_internal.module_objects()
  RETURNS TABLE (catalogue oid, id oid, relation oid, name text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    WITH relations AS (
      SELECT c.oid, c.relkind, c.relname FROM pg_class c
      WHERE c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
        AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND iasql_internal.is_module_role(c.relowner))
    SELECT 'pg_class'::regclass::oid, r.oid, r.oid, r.relname::text FROM relations r
    WHERE r.relkind <> 'S' OR NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 0, p.proname::text FROM pg_proc p
    WHERE p.pronamespace IN ('public'::regnamespace, 'cloud'::regnamespace) AND iasql_internal.is_module_role(p.proowner)
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 0, t.typname::text FROM pg_type t
    WHERE t.typnamespace IN ('public'::regnamespace, 'cloud'::regnamespace) AND iasql_internal.is_module_role(t.typowner)
      AND t.typcategory <> 'A' AND t.typtype <> 'm'
      AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c')
    UNION ALL
    SELECT 'pg_trigger'::regclass, g.oid, r.oid, g.tgname::text FROM relations r JOIN pg_trigger g ON g.tgrelid = r.oid
    WHERE NOT g.tgisinternal
    UNION ALL
    SELECT 'pg_constraint'::regclass, k.oid, r.oid, k.conname::text FROM relations r JOIN pg_constraint k ON k.conrelid = r.oid
    WHERE k.contype IN ('f', 'c', 'u', 'p', 'x');
  END;
COMMENT ON FUNCTION iasql_internal.module_objects() IS
  'Everything that modules have made and that can be taken away by itself; triggers and constraints with their table.';

CREATE FUNCTION iasql_internal.dependents(p_catalogues oid[], p_ids oid[])
  RETURNS TABLE (catalogue oid, id oid, part integer, relation oid, identity text, needs text, of_user boolean, removal text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    WITH named AS (
      SELECT g.catalogue, g.id, coalesce(c.relname, p.proname, t.typname)::text AS name
      FROM unnest(p_catalogues, p_ids) AS g (catalogue, id)
      LEFT JOIN pg_class c ON g.catalogue = 'pg_class'::regclass AND c.oid = g.id
      LEFT JOIN pg_proc p ON g.catalogue = 'pg_proc'::regclass AND p.oid = g.id
      LEFT JOIN pg_type t ON g.catalogue = 'pg_type'::regclass AND t.oid = g.id),
    typed AS (
      SELECT * FROM named
      UNION ALL
      SELECT 'pg_type'::regclass, t.oid, n.name FROM named n JOIN pg_type t ON t.typrelid = n.id
      WHERE n.catalogue = 'pg_class'::regclass),
    going AS (
      SELECT * FROM typed
      UNION ALL
      SELECT 'pg_type'::regclass, t.oid, n.name FROM typed n JOIN pg_type t ON t.typelem = n.id AND t.typcategory = 'A'
      WHERE n.catalogue = 'pg_type'::regclass),
    used AS (
      SELECT going.name AS needs, d.classid, d.objid, d.objsubid, r.rulename, r.ev_class AS ruled,
        k.conrelid AS constrained, k.contypid AS domain, k.conname, f.adrelid AS defaulted, f.adnum,
        y.polrelid AS policed, y.polname, g.tgrelid AS triggered, g.tgname
      FROM going
      JOIN pg_depend d ON d.refclassid = going.catalogue AND d.refobjid = going.id AND d.deptype = 'n'
      LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
      LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
      LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
      LEFT JOIN pg_policy y ON d.classid = 'pg_policy'::regclass AND y.oid = d.objid
      LEFT JOIN pg_trigger g ON d.classid = 'pg_trigger'::regclass AND g.oid = d.objid),
    placed AS (
      -- The rule of a view is the view.
      SELECT u.*, CASE WHEN u.rulename = '_RETURN' THEN 'pg_class'::regclass::oid ELSE u.classid END AS of_catalogue,
        CASE WHEN u.rulename = '_RETURN' THEN u.ruled ELSE u.objid END AS of_id,
        coalesce(nullif(u.constrained, 0), u.defaulted, u.policed, u.triggered, u.ruled,
          CASE WHEN u.classid = 'pg_class'::regclass THEN u.objid END) AS on_relation
      FROM used u),
    known AS (
      SELECT DISTINCT p.of_catalogue, p.of_id, p.objsubid, p.on_relation, p.needs, p.rulename, p.conname, p.adnum,
        p.polname, p.tgname, c.relkind, c.oid::regclass::text AS relation_name, r.oid::regprocedure::text AS routine,
        t.oid::regtype::text AS type_name,
        o.type, o.identity, coalesce(c.relowner, r.proowner, t.typowner, 0) AS owner
      FROM placed p
      LEFT JOIN pg_class c ON c.oid = p.on_relation
      LEFT JOIN pg_proc r ON p.of_catalogue = 'pg_proc'::regclass AND r.oid = p.of_id
      LEFT JOIN pg_type t ON t.oid = CASE WHEN p.of_catalogue = 'pg_type'::regclass THEN p.of_id ELSE nullif(p.domain, 0) END
      CROSS JOIN LATERAL pg_identify_object(p.of_catalogue, p.of_id, p.objsubid) o
      WHERE NOT EXISTS (
        SELECT FROM going g
        WHERE g.catalogue = p.of_catalogue AND g.id = p.of_id
          OR g.catalogue = 'pg_class'::regclass AND g.id = p.on_relation))
    SELECT k.of_catalogue, k.of_id, k.objsubid, k.on_relation, k.type || ' ' || k.identity, k.needs,
      NOT iasql_internal.is_module_role(k.owner),
      CASE
        WHEN k.conname IS NOT NULL AND k.on_relation IS NOT NULL
          THEN format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', k.relation_name, k.conname)
        WHEN k.conname IS NOT NULL THEN format('ALTER DOMAIN %s DROP CONSTRAINT %I CASCADE', k.type_name, k.conname)
        WHEN k.adnum IS NOT NULL THEN (
          SELECT format('ALTER TABLE %s ' || CASE WHEN a.attgenerated = '' THEN 'ALTER COLUMN %I DROP DEFAULT' ELSE 'DROP COLUMN %I CASCADE' END,
            k.relation_name, a.attname)
          FROM pg_attribute a WHERE a.attrelid = k.on_relation AND a.attnum = k.adnum)
        WHEN k.polname IS NOT NULL THEN format('DROP POLICY %I ON %s', k.polname, k.relation_name)
        WHEN k.tgname IS NOT NULL THEN format('DROP TRIGGER %I ON %s CASCADE', k.tgname, k.relation_name)
        WHEN k.rulename <> '_RETURN' THEN format('DROP RULE %I ON %s CASCADE', k.rulename, k.relation_name)
        WHEN k.routine IS NOT NULL THEN format('DROP ROUTINE %s CASCADE', k.routine)
        WHEN k.objsubid > 0 THEN (
          SELECT format(CASE WHEN k.relkind = 'c' THEN 'ALTER TYPE %s DROP ATTRIBUTE %I CASCADE' ELSE 'ALTER TABLE %s DROP COLUMN %I CASCADE' END,
            k.relation_name, a.attname)
          FROM pg_attribute a WHERE a.attrelid = k.on_relation AND a.attnum = k.objsubid)
        WHEN k.relation_name IS NOT NULL THEN format('DROP %s %s CASCADE',
          CASE k.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'i' THEN 'INDEX' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
          k.relation_name)
        ELSE format('DROP %s %s CASCADE', k.type, k.identity)
      END
    FROM known k
    ORDER BY 5, 6;
  END;
COMMENT ON FUNCTION iasql_internal.dependents(oid[], oid[]) IS
  'What needs some objects and is none of them: views, foreign keys and the like, whose they are, and what would remove each.';

DROP FUNCTION iasql_internal.foreign_dependents(text[], text[], text[]);

CREATE FUNCTION iasql_internal.relate_modules() RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    DELETE FROM iasql.module_dependency;
    INSERT INTO iasql.module_dependency (module_name, dependency, version_range, requirement)
    SELECT m.name, provider.name, needed.value, needed.key
    FROM iasql.module m
    CROSS JOIN LATERAL jsonb_each_text(m.manifest -> 'dependencies') AS needed (key, value)
    CROSS JOIN LATERAL (
      SELECT p.name FROM iasql.module p
      WHERE p.name = needed.key OR EXISTS (
        SELECT FROM jsonb_array_elements_text(p.manifest #> '{provides,capabilities}') AS capability (text)
        WHERE split_part(capability.text, '@', 1) = needed.key)
      ORDER BY p.name <> needed.key, p.name
      LIMIT 1) AS provider;
  END;
COMMENT ON FUNCTION iasql_internal.relate_modules() IS
  'Notes which installed module needs which: a module meets a requirement by its name, or by a capability of that name.';
