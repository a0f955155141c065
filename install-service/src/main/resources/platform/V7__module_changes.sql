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
  RETURN pg_get_userbyid(p_role) IN ('${owner}', '${module}');
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
      -- The rule of a view is the view, and so is each of its columns.
      SELECT u.*, CASE WHEN v.relkind IN ('v', 'm') THEN 0 ELSE u.objsubid END AS part, CASE WHEN u.rulename = '_RETURN' THEN 'pg_class'::regclass::oid ELSE u.classid END AS of_catalogue,
        CASE WHEN u.rulename = '_RETURN' THEN u.ruled ELSE u.objid END AS of_id,
        coalesce(nullif(u.constrained, 0), u.defaulted, u.policed, u.triggered, u.ruled,
          CASE WHEN u.classid = 'pg_class'::regclass THEN u.objid END) AS on_relation
      FROM used u
      LEFT JOIN pg_class v ON u.classid = 'pg_class'::regclass AND v.oid = u.objid),
    known AS (
      SELECT DISTINCT p.of_catalogue, p.of_id, p.part, p.on_relation, p.needs, p.rulename, p.conname, p.adnum,
        p.polname, p.tgname, c.relkind, c.oid::regclass::text AS relation_name, r.oid::regprocedure::text AS routine,
        t.oid::regtype::text AS type_name,
        o.type, o.identity, coalesce(c.relowner, r.proowner, t.typowner, 0) AS owner
      FROM placed p
      LEFT JOIN pg_class c ON c.oid = p.on_relation
      LEFT JOIN pg_proc r ON p.of_catalogue = 'pg_proc'::regclass AND r.oid = p.of_id
      LEFT JOIN pg_type t ON t.oid = CASE WHEN p.of_catalogue = 'pg_type'::regclass THEN p.of_id ELSE nullif(p.domain, 0) END
      CROSS JOIN LATERAL pg_identify_object(p.of_catalogue, p.of_id, p.part) o
      WHERE NOT EXISTS (
        SELECT FROM going g
        WHERE g.catalogue = p.of_catalogue AND g.id = p.of_id
          OR g.catalogue = 'pg_class'::regclass AND g.id = p.on_relation))
    SELECT k.of_catalogue, k.of_id, k.part, k.on_relation, k.type || ' ' || k.identity, k.needs,
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
        WHEN k.part > 0 THEN (
          SELECT format(CASE WHEN k.relkind = 'c' THEN 'ALTER TYPE %s DROP ATTRIBUTE %I CASCADE' ELSE 'ALTER TABLE %s DROP COLUMN %I CASCADE' END,
            k.relation_name, a.attname)
          FROM pg_attribute a WHERE a.attrelid = k.on_relation AND a.attnum = k.part)
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

-- Swapping. What goes is set aside, not dropped: tables, views, routines and types in schemas that
-- nobody but IaSQL can use, constraints and triggers on other modules' tables under names of their own.

CREATE FUNCTION iasql_internal.run_statements(p_statements text[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  statement text;
BEGIN
  FOREACH statement IN ARRAY p_statements LOOP
    EXECUTE statement;
  END LOOP;
END $$;
COMMENT ON FUNCTION iasql_internal.run_statements(text[]) IS 'Runs statements, one after the other, with the rights of the caller.';

CREATE FUNCTION iasql_internal.definition(p_catalogue oid, p_id oid) RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT format('CREATE OR REPLACE VIEW %s%s AS %s', c.oid::regclass,
      ' WITH (' || array_to_string(c.reloptions, ', ') || ')', pg_get_viewdef(c.oid))
    FROM pg_class c WHERE p_catalogue = 'pg_class'::regclass AND c.oid = p_id AND c.relkind = 'v'
    UNION ALL
    SELECT pg_get_functiondef(p.oid)
    FROM pg_proc p WHERE p_catalogue = 'pg_proc'::regclass AND p.oid = p_id AND p.prokind IN ('f', 'p')
    UNION ALL
    SELECT format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT %s', d.adrelid::regclass, a.attname, pg_get_expr(d.adbin, d.adrelid))
    FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    WHERE p_catalogue = 'pg_attrdef'::regclass AND d.oid = p_id AND a.attgenerated = ''
    UNION ALL
    SELECT regexp_replace(pg_get_triggerdef(g.oid), '^CREATE ', 'CREATE OR REPLACE ')
      || CASE g.tgenabled WHEN 'O' THEN '' ELSE format('; ALTER TABLE %s %s TRIGGER %I', g.tgrelid::regclass,
        CASE g.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, g.tgname) END
      || coalesce(format('; COMMENT ON TRIGGER %I ON %s IS ', g.tgname, g.tgrelid::regclass) || quote_literal(obj_description(g.oid, 'pg_trigger')), '')
    FROM pg_trigger g WHERE p_catalogue = 'pg_trigger'::regclass AND g.oid = p_id AND g.tgconstraint = 0
    UNION ALL
    SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s%s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid),
        CASE WHEN k.convalidated THEN ' NOT VALID' END)
      || coalesce(format('; COMMENT ON CONSTRAINT %I ON %s IS ', k.conname, k.conrelid::regclass) || quote_literal(obj_description(k.oid, 'pg_constraint')), '')
    FROM pg_constraint k WHERE p_catalogue = 'pg_constraint'::regclass AND k.oid = p_id AND k.contype = 'f';
  END;
COMMENT ON FUNCTION iasql_internal.definition(oid, oid) IS
  'The statement that makes a view, routine, default, trigger or foreign key again, on whatever then has the names it uses; nothing for other objects. A foreign key does not look at the rows there are.';

CREATE FUNCTION iasql_internal.set_aside(
    p_catalogue oid, p_id oid, OUT finish text, OUT back text, OUT validate text, OUT release text)
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  aside CONSTANT text := format('iasql_parked_%s', p_id);
  part record;
BEGIN
  IF p_catalogue = 'pg_trigger'::regclass THEN
    SELECT g.tgname AS name, g.tgrelid::regclass AS relation, g.tgenabled AS enabled INTO STRICT part FROM pg_trigger g WHERE g.oid = p_id;
    EXECUTE format('ALTER TRIGGER %I ON %s RENAME TO %I', part.name, part.relation, aside);
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', part.relation, aside);
    finish := format('DROP TRIGGER %I ON %s', aside, part.relation);
    back := format('ALTER TRIGGER %I ON %s RENAME TO %I; ALTER TABLE %2$s %4$s TRIGGER %3$I', aside, part.relation, part.name,
      CASE part.enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END);
  ELSE
    SELECT k.conname AS name, k.conrelid::regclass AS relation, k.convalidated AS valid INTO STRICT part FROM pg_constraint k WHERE k.oid = p_id;
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', part.relation, part.name, aside);
    finish := format('ALTER TABLE %s DROP CONSTRAINT %I', part.relation, aside);
    back := format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', part.relation, aside, part.name);
    release := format('ALTER TABLE %s DROP CONSTRAINT %I', part.relation, part.name);
    IF part.valid THEN
      validate := format('ALTER TABLE %s VALIDATE CONSTRAINT %I', part.relation, part.name);
    END IF;
  END IF;
END $$;
COMMENT ON FUNCTION iasql_internal.set_aside(oid, oid) IS
  'Gives a trigger or constraint a name that is in nobody''s way; a trigger does nothing any more. Returns what ends it, what brings it back, and what checks and removes one that took its name.';

CREATE FUNCTION iasql_internal.move_objects(p_catalogues oid[], p_ids oid[], p_public text, p_cloud text) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  object record;
BEGIN
  FOR object IN
    SELECT o.catalogue, o.id, CASE WHEN n.nspname IN ('public', 'iasql_parked_public') THEN p_public ELSE p_cloud END AS target
    FROM unnest(p_catalogues, p_ids) AS o (catalogue, id)
    LEFT JOIN pg_class c ON o.catalogue = 'pg_class'::regclass AND c.oid = o.id
    LEFT JOIN pg_proc p ON o.catalogue = 'pg_proc'::regclass AND p.oid = o.id
    LEFT JOIN pg_type t ON o.catalogue = 'pg_type'::regclass AND t.oid = o.id
    JOIN pg_namespace n ON n.oid = coalesce(c.relnamespace, p.pronamespace, t.typnamespace)
  LOOP
    EXECUTE format('ALTER %s SET SCHEMA %I',
      CASE object.catalogue
        WHEN 'pg_class'::regclass THEN 'TABLE ' || object.id::regclass
        WHEN 'pg_proc'::regclass THEN 'ROUTINE ' || object.id::regprocedure
        ELSE 'TYPE ' || object.id::regtype
      END,
      object.target);
  END LOOP;
END $$;
COMMENT ON FUNCTION iasql_internal.move_objects(oid[], oid[], text, text) IS
  'Moves relations, routines and types to other schemas: those wanted to one, those seen to another.';

CREATE FUNCTION iasql_internal.parked_objects() RETURNS TABLE (catalogue oid, id oid, kind text, name text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT 'pg_class'::regclass::oid, c.oid,
      CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
      c.oid::regclass::text
    FROM pg_class c
    WHERE c.relnamespace IN ('iasql_parked_public'::regnamespace, 'iasql_parked_cloud'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      AND NOT EXISTS (
        SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 'ROUTINE', p.oid::regprocedure::text
    FROM pg_proc p WHERE p.pronamespace IN ('iasql_parked_public'::regnamespace, 'iasql_parked_cloud'::regnamespace)
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 'TYPE', t.oid::regtype::text
    FROM pg_type t
    WHERE t.typnamespace IN ('iasql_parked_public'::regnamespace, 'iasql_parked_cloud'::regnamespace)
      AND t.typcategory <> 'A' AND t.typtype <> 'm'
      AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c');
  END;
COMMENT ON FUNCTION iasql_internal.parked_objects() IS 'What a swap has set aside.';

CREATE FUNCTION iasql_internal.unpark() RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT iasql_internal.move_objects(array_agg(o.catalogue), array_agg(o.id), 'public', 'cloud') FROM iasql_internal.parked_objects() o;
  END;
COMMENT ON FUNCTION iasql_internal.unpark() IS 'Brings back what a swap has set aside.';

CREATE FUNCTION iasql_internal.drop_parked() RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  object record;
BEGIN
  LOOP
    -- One at a time, because each may take others along.
    SELECT o.kind, o.name INTO object FROM iasql_internal.parked_objects() o ORDER BY o.kind, o.name LIMIT 1;
    EXIT WHEN NOT FOUND;
    EXECUTE format('DROP %s %s CASCADE', object.kind, object.name);
  END LOOP;
END $$;
COMMENT ON FUNCTION iasql_internal.drop_parked() IS 'Drops what a swap has set aside, and what users had built on it.';

CREATE FUNCTION iasql_internal.hide_parked() RETURNS text[]
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  back CONSTANT text[] := ARRAY(
    SELECT format('GRANT %s ON %s %s TO "${user}"', string_agg(DISTINCT granted.privilege_type, ', '), kind,
      regexp_replace(name, 'iasql_parked_', '', 'g'))
    FROM (
      SELECT CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, c.oid::regclass::text AS name, c.relacl AS acl
      FROM pg_class c
      WHERE c.relnamespace IN ('iasql_parked_public'::regnamespace, 'iasql_parked_cloud'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL
      SELECT 'ROUTINE', p.oid::regprocedure::text, p.proacl
      FROM pg_proc p WHERE p.pronamespace IN ('iasql_parked_public'::regnamespace, 'iasql_parked_cloud'::regnamespace)) parked
    CROSS JOIN LATERAL aclexplode(parked.acl) AS granted
    WHERE pg_get_userbyid(granted.grantee) = '${user}'
    GROUP BY kind, name);
BEGIN
  REVOKE ALL ON ALL TABLES IN SCHEMA iasql_parked_public, iasql_parked_cloud FROM "${user}";
  REVOKE ALL ON ALL SEQUENCES IN SCHEMA iasql_parked_public, iasql_parked_cloud FROM "${user}";
  REVOKE ALL ON ALL ROUTINES IN SCHEMA iasql_parked_public, iasql_parked_cloud FROM "${user}";
  RETURN back;
END $$;
COMMENT ON FUNCTION iasql_internal.hide_parked() IS
  'Takes from the user the rights on what is set aside, which views of the user could still reach. Returns what gives them back.';

CREATE FUNCTION iasql_internal.forget_modules(p_names text[]) RETURNS jsonb
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  known CONSTANT jsonb := jsonb_build_object(
    'module', (SELECT jsonb_agg(to_jsonb(m)) FROM iasql.module m WHERE m.name = ANY (p_names)),
    'module_table', (SELECT jsonb_agg(to_jsonb(t)) FROM iasql.module_table t WHERE t.module_name = ANY (p_names)),
    'error', (SELECT jsonb_agg(to_jsonb(e)) FROM iasql.error e JOIN iasql.module_table t USING (table_name) WHERE t.module_name = ANY (p_names)));
BEGIN
  DELETE FROM iasql.error e USING iasql.module_table t WHERE t.table_name = e.table_name AND t.module_name = ANY (p_names);
  DELETE FROM iasql.module_dependency d WHERE ARRAY[d.module_name, d.dependency] && p_names;
  DELETE FROM iasql.module m WHERE m.name = ANY (p_names);
  RETURN known;
END $$;
COMMENT ON FUNCTION iasql_internal.forget_modules(text[]) IS 'Deletes what is known of modules, and returns it.';

CREATE FUNCTION iasql_internal.recall_modules(p_known jsonb) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    INSERT INTO iasql.module SELECT * FROM jsonb_populate_recordset(NULL::iasql.module, nullif(p_known -> 'module', 'null'));
    INSERT INTO iasql.module_table SELECT * FROM jsonb_populate_recordset(NULL::iasql.module_table, nullif(p_known -> 'module_table', 'null'));
    INSERT INTO iasql.error OVERRIDING SYSTEM VALUE
      SELECT * FROM jsonb_populate_recordset(NULL::iasql.error, nullif(p_known -> 'error', 'null'));
    SELECT iasql_internal.relate_modules();
  END;
COMMENT ON FUNCTION iasql_internal.recall_modules(jsonb) IS 'Notes again what was forgotten of modules.';

CREATE FUNCTION iasql_internal.module_dependents(p_names text[]) RETURNS SETOF text
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    WITH RECURSIVE dependents (name) AS (
      SELECT d.module_name FROM iasql.module_dependency d WHERE d.dependency = ANY (p_names)
      UNION
      SELECT d.module_name FROM dependents n JOIN iasql.module_dependency d ON d.dependency = n.name)
    SELECT n.name FROM dependents n WHERE n.name <> ALL (p_names);
  END;
COMMENT ON FUNCTION iasql_internal.module_dependents(text[]) IS 'Installed modules that need one of some modules, directly or not.';
