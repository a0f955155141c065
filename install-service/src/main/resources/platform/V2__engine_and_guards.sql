-- Who is the engine, placeholders for ids AWS will assign, and the triggers that keep users from
-- writing what only AWS can decide.

-- Recognised by the role that logged in: any user may change settings, nobody can change session_user.
CREATE FUNCTION iasql.by_engine() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN session_user = '${engine}'::name;
COMMENT ON FUNCTION iasql.by_engine() IS 'Whether the session is a worker of IaSQL.';
GRANT EXECUTE ON FUNCTION iasql.by_engine() TO PUBLIC;

CREATE SEQUENCE iasql.placeholder_number;
GRANT USAGE ON SEQUENCE iasql.placeholder_number TO "${user}", "${engine}";

CREATE FUNCTION iasql.placeholder(kind text) RETURNS text
  LANGUAGE sql VOLATILE
  RETURN 'new-' || kind || '-' || pg_catalog.nextval('iasql.placeholder_number');
COMMENT ON FUNCTION iasql.placeholder(text) IS
  'An id that stands for the one AWS will assign; commit replaces it everywhere.';
GRANT EXECUTE ON FUNCTION iasql.placeholder(text) TO "${user}", "${engine}";

CREATE FUNCTION iasql_internal.refuse_computed() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  will jsonb := to_jsonb(NEW);
  name text;
BEGIN
  FOREACH name IN ARRAY TG_ARGV LOOP
    IF was -> name IS DISTINCT FROM will -> name THEN
      RAISE EXCEPTION USING
        ERRCODE = 'IA030',
        MESSAGE = format('column %s of %s is computed by AWS', name, TG_TABLE_NAME),
        HINT = format('Leave %s as it is; SELECT * FROM iasql_refresh(%L) reads its current value.', name, TG_TABLE_NAME);
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION iasql_internal.refuse_computed() IS
  'Trigger: its arguments are the columns a user may not change.';

CREATE FUNCTION iasql_internal.refuse_write() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_NARGS > 0 THEN
    RAISE EXCEPTION USING
      ERRCODE = 'IA031',
      MESSAGE = format('rows of %s cannot be %s', TG_TABLE_NAME,
        CASE TG_OP WHEN 'INSERT' THEN 'inserted' ELSE 'deleted' END),
      DETAIL = 'AWS decides which rows there are.',
      HINT = format('What you can change: %s.', array_to_string(TG_ARGV, ', '));
  END IF;
  RAISE EXCEPTION USING
    ERRCODE = 'IA031',
    MESSAGE = format('table %s is read-only', TG_TABLE_NAME),
    DETAIL = 'Its rows show what AWS has; they cannot be changed through SQL.',
    HINT = format('SELECT * FROM iasql_refresh(%L) reads the current state.', TG_TABLE_NAME);
END $$;
COMMENT ON FUNCTION iasql_internal.refuse_write() IS
  'Trigger of tables that only show. Arguments: the columns users may change nevertheless.';

CREATE FUNCTION iasql_internal.mirror_local() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  key_columns CONSTANT text[] := string_to_array(TG_ARGV[0], ',');
  local_columns CONSTANT text[] := string_to_array(TG_ARGV[1], ',');
BEGIN
  EXECUTE format('UPDATE cloud.%I SET %s WHERE %s', TG_TABLE_NAME,
      (SELECT string_agg(format('%1$I = $1.%1$I', name), ', ') FROM unnest(local_columns) AS name),
      (SELECT string_agg(format('%1$I = $1.%1$I', name), ' AND ') FROM unnest(key_columns) AS name))
    USING NEW;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION iasql_internal.mirror_local() IS
  'Trigger: columns AWS does not know are the same in both schemas, so that they are never a pending change. Arguments: key columns, local columns.';

CREATE FUNCTION iasql_internal.delete_managed_children() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  parent jsonb := to_jsonb(OLD);
  child text := TG_ARGV[0];
  child_columns text[] := string_to_array(TG_ARGV[1], ',');
  parent_columns text[] := string_to_array(TG_ARGV[2], ',');
  condition text := '';
BEGIN
  FOR i IN 1 .. cardinality(child_columns) LOOP
    condition := condition || format(' AND %I = %L', child_columns[i], parent ->> parent_columns[i]);
  END LOOP;
  EXECUTE format('DELETE FROM public.%I WHERE aws_managed%s', child, condition);
  RETURN OLD;
END $$;
COMMENT ON FUNCTION iasql_internal.delete_managed_children() IS
  'Trigger: what AWS made by itself together with a resource goes when the resource goes. Arguments: child table, its columns, the columns of this table they refer to.';
