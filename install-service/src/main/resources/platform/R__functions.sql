-- The SQL surface. Repeatable: applied again whenever its text changes.
-- Every comment is a description, then "Example: " and a statement; iasql_help() shows both.

-- A function cannot be replaced by one that returns other columns.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_proc p WHERE p.oid = to_regprocedure('public.iasql_modules_list()') AND NOT 'conflicts' = ANY (p.proargnames)) THEN
    DROP FUNCTION public.iasql_modules_list();
  END IF;
END $$;

CREATE OR REPLACE FUNCTION public.iasql_modules_list()
  RETURNS TABLE (module_name text, module_version text, summary text, dependencies text[], manages text[], installed boolean,
    provides text[], conflicts text[])
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 50 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.ask('iasql_modules_list', 'modules_list', '[]'))
    AS r (module_name text, module_version text, summary text, dependencies text[], manages text[], installed boolean,
      provides text[], conflicts text[])
$$;
COMMENT ON FUNCTION public.iasql_modules_list() IS
  'All modules of the registry, newest version first, with what they depend on and manage, the capabilities they provide and the modules they cannot be installed beside. Example: SELECT module_name, summary, conflicts FROM iasql_modules_list() WHERE NOT installed;';

CREATE OR REPLACE FUNCTION public.iasql_modules_installed()
  RETURNS TABLE (module_name text, module_version text, installed_at timestamptz, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT m.name, m.version, m.installed_at,
    CASE m.reason WHEN 'requested' THEN 'requested' ELSE coalesce('needed by ' || n.names, 'no longer needed') END
  FROM iasql.module m
  CROSS JOIN LATERAL (
    SELECT string_agg(DISTINCT d.module_name, ', ' ORDER BY d.module_name) AS names
    FROM iasql.module_dependency d WHERE d.dependency = m.name) n
  WHERE m.state = 'installed' ORDER BY m.installed_at, m.name
$$;
COMMENT ON FUNCTION public.iasql_modules_installed() IS
  'The modules of this database and why each is there. Example: SELECT * FROM iasql_modules_installed();';

CREATE OR REPLACE FUNCTION public.iasql_install_plan(VARIADIC modules text[] DEFAULT '{}')
  RETURNS TABLE ("order" integer, module_name text, module_version text, action text, reason text, tables text[])
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.ask('iasql_install_plan', 'install_plan',
      iasql_internal.checked_names('iasql_install_plan', modules, 'module', true)))
    AS r ("order" integer, module_name text, module_version text, action text, reason text, tables text[])
$$;
COMMENT ON FUNCTION public.iasql_install_plan(text[]) IS
  'What an installation would bring along and why, without doing it. Example: SELECT * FROM iasql_install_plan(''aws_security_group'');';

CREATE OR REPLACE FUNCTION public.iasql_install(VARIADIC modules text[] DEFAULT '{}')
  RETURNS TABLE (module_name text, table_name text, record_count bigint, reason text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_install', 'install',
      iasql_internal.checked_names('iasql_install', modules, 'module', true), 'schema'))
    AS r (module_name text, table_name text, record_count bigint, reason text)
$$;
COMMENT ON FUNCTION public.iasql_install(text[]) IS
  'Installs modules with everything they depend on and imports the current state of AWS. A name may carry a version: aws_vpc@1.0.0. Example: SELECT * FROM iasql_install(''aws_vpc'');';

CREATE OR REPLACE FUNCTION public.iasql_uninstall(VARIADIC modules text[] DEFAULT '{}')
  RETURNS TABLE (module_name text, table_name text, record_count bigint)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_uninstall', 'uninstall',
      iasql_internal.checked_names('iasql_uninstall', modules, 'module', true), 'tables'))
    AS r (module_name text, table_name text, record_count bigint)
$$;
COMMENT ON FUNCTION public.iasql_uninstall(text[]) IS
  'Removes modules and their tables from this database; nothing changes in AWS. Example: SELECT * FROM iasql_uninstall(''aws_security_group'');';

CREATE OR REPLACE FUNCTION public.iasql_uninstall(force boolean, VARIADIC modules text[])
  RETURNS TABLE (module_name text, table_name text, record_count bigint, lost text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_uninstall', 'uninstall',
      iasql_internal.checked_force('iasql_uninstall', force)
        || iasql_internal.checked_names('iasql_uninstall', modules, 'module', true), 'tables'))
    AS r (module_name text, table_name text, record_count bigint, lost text)
$$;
COMMENT ON FUNCTION public.iasql_uninstall(boolean, text[]) IS
  'With force, also throws away what is not committed in the tables and drops what you built on them, such as views and foreign keys; column lost says what went. Example: SELECT * FROM iasql_uninstall(force => true, VARIADIC modules => ARRAY[''aws_security_group'']);';

CREATE OR REPLACE FUNCTION public.iasql_swap(leaving text, arriving text, force boolean DEFAULT false)
  RETURNS TABLE (action text, module_name text, table_name text, record_count bigint, lost text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_swap', 'swap',
      iasql_internal.checked_names('iasql_swap', ARRAY[leaving, arriving], 'module', true)
        || iasql_internal.checked_force('iasql_swap', force), 'tables'))
    AS r (action text, module_name text, table_name text, record_count bigint, lost text)
$$;
COMMENT ON FUNCTION public.iasql_swap(text, text, boolean) IS
  'Puts one module in the place of another that it cannot be installed beside, and imports the current state of AWS; nothing changes in AWS, and if it fails nothing changes here. Example: SELECT * FROM iasql_swap(''aws_security_group'', ''aws_security_group_inline'');';

CREATE OR REPLACE FUNCTION public.iasql_upgrade(VARIADIC modules text[] DEFAULT '{}')
  RETURNS TABLE (module_name text, from_version text, to_version text, reason text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_upgrade', 'upgrade',
      iasql_internal.checked_names('iasql_upgrade', modules, 'module', false), 'tables'))
    AS r (module_name text, from_version text, to_version text, reason text)
$$;
COMMENT ON FUNCTION public.iasql_upgrade(text[]) IS
  'Moves modules, all if none is named, to the newest versions that fit together. Rows, uncommitted changes, and what you built on the tables stay. Example: SELECT * FROM iasql_upgrade(''aws_security_group'');';

CREATE OR REPLACE FUNCTION public.iasql_modules_outdated()
  RETURNS TABLE (module_name text, installed_version text, newest_version text, upgradable_to text, held_back_by text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.ask('iasql_modules_outdated', 'modules_outdated', '[]'))
    AS r (module_name text, installed_version text, newest_version text, upgradable_to text, held_back_by text)
$$;
COMMENT ON FUNCTION public.iasql_modules_outdated() IS
  'Installed modules of which there is a newer version, how far iasql_upgrade() would take each, and what keeps it from the newest. Example: SELECT * FROM iasql_modules_outdated();';

CREATE OR REPLACE FUNCTION public.iasql_module_tree(module text)
  RETURNS TABLE (depth integer, module_name text, module_version text, version_range text, note text, tree text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.ask('iasql_module_tree', 'module_tree',
      iasql_internal.checked_names('iasql_module_tree', ARRAY[module], 'module', true)))
    AS r (depth integer, module_name text, module_version text, version_range text, note text, tree text)
$$;
COMMENT ON FUNCTION public.iasql_module_tree(text) IS
  'What a module depends on, and what that depends on, indented. Example: SELECT tree, note FROM iasql_module_tree(''aws_security_group'');';

CREATE OR REPLACE FUNCTION public.iasql_refresh(VARIADIC tables text[] DEFAULT '{}')
  RETURNS TABLE (table_name text, created bigint, updated bigint, deleted bigint, unchanged bigint)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_refresh', 'refresh',
      iasql_internal.checked_names('iasql_refresh', tables, 'table', false)))
    AS r (table_name text, created bigint, updated bigint, deleted bigint, unchanged bigint)
$$;
COMMENT ON FUNCTION public.iasql_refresh(text[]) IS
  'Reads tables from AWS again, all of them if none is named; what you changed and did not commit stays. Example: SELECT * FROM iasql_refresh(''vpc'', ''subnet'');';

CREATE OR REPLACE FUNCTION public.iasql_preview()
  RETURNS TABLE (step integer, action text, table_name text, id text, description text, changes jsonb)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_preview', 'preview', '[]'))
    AS r (step integer, action text, table_name text, id text, description text, changes jsonb)
$$;
COMMENT ON FUNCTION public.iasql_preview() IS
  'What iasql_commit() would do in AWS, in order, each changed column with its old and new value. Example: SELECT * FROM iasql_preview();';

CREATE OR REPLACE FUNCTION public.iasql_commit(message text DEFAULT NULL)
  RETURNS TABLE (action text, table_name text, id text, description text, status text, error text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_commit', 'commit', jsonb_build_array(message)))
    AS r (action text, table_name text, id text, description text, status text, error text)
$$;
COMMENT ON FUNCTION public.iasql_commit(text) IS
  'Carries out in AWS what was changed in SQL. What fails stays pending with AWS''s message; the rest is done. Example: SELECT * FROM iasql_commit(''add the staging network'');';

CREATE OR REPLACE FUNCTION public.iasql_rollback()
  RETURNS TABLE (action text, table_name text, id text, description text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT * FROM jsonb_to_recordset(iasql_internal.call('iasql_rollback', 'rollback', '[]'))
    AS r (action text, table_name text, id text, description text)
$$;
COMMENT ON FUNCTION public.iasql_rollback() IS
  'Takes back every change that is not committed: the rows are again what AWS was last seen to have. Example: SELECT * FROM iasql_rollback();';

CREATE OR REPLACE FUNCTION public.iasql_requests()
  RETURNS TABLE (id bigint, requested_by text, function text, arguments jsonb, state text, progress jsonb,
    requested_at timestamptz, started_at timestamptz, finished_at timestamptz, duration interval, error text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 50 AS $$
  SELECT r.id, r.requested_by::text, r.function, r.arguments, r.state, r.progress,
    r.requested_at, r.started_at, r.finished_at,
    coalesce(r.finished_at, clock_timestamp()) - r.requested_at, r.error ->> 'message'
  FROM iasql.request r ORDER BY r.id DESC
$$;
COMMENT ON FUNCTION public.iasql_requests() IS
  'Every call with its state and progress, newest first. Example: SELECT id, function, state, progress FROM iasql_requests() LIMIT 5;';

CREATE OR REPLACE FUNCTION public.iasql_get_errors()
  RETURNS TABLE (occurred_at timestamptz, request_id bigint, table_name text, account_id text, region text,
    id text, code text, message text, hint text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 20 AS $$
  SELECT e.occurred_at, e.request_id, e.table_name, e.account_id, e.region, e.row_id, e.code, e.message, e.hint
  FROM iasql.error e ORDER BY e.id DESC
$$;
COMMENT ON FUNCTION public.iasql_get_errors() IS
  'Failures that still hold, per table, account and region, newest first. Example: SELECT table_name, region, message, hint FROM iasql_get_errors();';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_proc p WHERE p.oid = to_regprocedure('public.iasql_help()') AND NOT 'kind' = ANY (p.proargnames)) THEN
    DROP FUNCTION public.iasql_help();
  END IF;
END $$;

CREATE OR REPLACE FUNCTION public.iasql_help()
  RETURNS TABLE (name text, signature text, description text, example text, kind text, module_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  ROWS 50 AS $$
  WITH provided AS (
    SELECT m.name AS module_name, p.kind, n.name
    FROM iasql.module m
    CROSS JOIN LATERAL jsonb_each(m.manifest -> 'provides') AS p (kind, names)
    CROSS JOIN LATERAL jsonb_array_elements_text(p.names) AS n (name)
    WHERE p.kind IN ('tables', 'views', 'functions')),
  described AS (
    SELECT p.proname::text AS name,
      format('%s(%s) -> %s', p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid)) AS signature,
      obj_description(p.oid, 'pg_proc') AS text, 'function' AS kind, f.module_name
    FROM pg_proc p
    LEFT JOIN provided f ON f.kind = 'functions' AND f.name = p.proname
    WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype <> 'trigger'::regtype
      AND (f.name IS NOT NULL
        OR p.proname LIKE 'iasql\_%' AND p.proowner = (SELECT c.relowner FROM pg_class c WHERE c.oid = 'iasql.module'::regclass))
    UNION ALL
    SELECT c.relname::text, format('%s(%s)', c.relname, a.columns), obj_description(c.oid, 'pg_class'),
      CASE r.kind WHEN 'tables' THEN 'table' ELSE 'view' END, r.module_name
    FROM provided r
    JOIN pg_class c ON c.relnamespace = 'public'::regnamespace AND c.relname = r.name
    CROSS JOIN LATERAL (
      SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum) AS columns
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) a
    WHERE r.kind IN ('tables', 'views'))
  SELECT d.name, d.signature, btrim(split_part(d.text, 'Example: ', 1)),
    coalesce(nullif(btrim(split_part(d.text, 'Example: ', 2)), ''),
      CASE WHEN d.kind <> 'function' THEN format('SELECT * FROM %I;', d.name) END),
    d.kind, d.module_name
  FROM described d
  ORDER BY d.kind, d.name
$$;
COMMENT ON FUNCTION public.iasql_help() IS
  'All functions of IaSQL in this database, and the functions, tables and views of its modules. Example: SELECT name, kind, description FROM iasql_help();';

CREATE OR REPLACE FUNCTION public.iasql_version() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN (SELECT s.value FROM iasql.setting s WHERE s.name = 'platform_version');
COMMENT ON FUNCTION public.iasql_version() IS
  'The version of IaSQL that prepared this database. Example: SELECT iasql_version();';

CREATE OR REPLACE FUNCTION public.iasql_set_credentials(
    access_key_id text, secret_access_key text, session_token text DEFAULT NULL, account_id text DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
  public_key CONSTANT text := (SELECT s.value FROM iasql.setting s WHERE s.name = 'credentials_public_key');
BEGIN
  IF coalesce(btrim(access_key_id), '') = '' OR coalesce(btrim(secret_access_key), '') = '' THEN
    RAISE EXCEPTION USING ERRCODE = 'IA001',
      MESSAGE = 'iasql_set_credentials needs an access key id and a secret access key',
      HINT = 'SELECT iasql_set_credentials(access_key_id => ''…'', secret_access_key => ''…'');';
  END IF;
  IF account_id IS NOT NULL AND account_id !~ '^[0-9]{12}$' THEN
    RAISE EXCEPTION USING ERRCODE = 'IA003',
      MESSAGE = 'an AWS account id has 12 digits',
      HINT = 'Leave account_id out to set the credentials this database uses by default.';
  END IF;
  IF public_key IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'IA060',
      MESSAGE = 'the sync service has not left its public key in this database yet',
      HINT = 'Try again in a moment.';
  END IF;
  INSERT INTO iasql.credential AS c (account_id, access_key_id, sealed, set_by)
  VALUES (
    coalesce(account_id, ''), btrim(access_key_id),
    iasql_internal.pgp_pub_encrypt(
      jsonb_build_object('secret_access_key', btrim(secret_access_key), 'session_token', session_token)::text,
      iasql_internal.dearmor(public_key)),
    session_user)
  ON CONFLICT ON CONSTRAINT credential_pkey DO UPDATE
    SET access_key_id = excluded.access_key_id, sealed = excluded.sealed, set_by = excluded.set_by, set_at = clock_timestamp();
  RETURN format('credentials %s stored', btrim(access_key_id));
END $$;
COMMENT ON FUNCTION public.iasql_set_credentials(text, text, text, text) IS
  'Stores AWS keys for one account, or the ones used by default; the secret is encrypted before it is stored and only the sync workers can read it. Example: SELECT iasql_set_credentials(''AKIAIOSFODNN7EXAMPLE'', ''your secret access key'');';
