-- The roles of a tenant, in the server's maintenance database. Repeatable.
-- Roles that IaSQL made carry a comment, set in the transaction that makes them; others are left alone.
DO $provision$
DECLARE
  tenant CONSTANT text := current_setting('iasql.tenant');
  owner CONSTANT text := current_setting('iasql.owner');
  module CONSTANT text := current_setting('iasql.module');
  mark CONSTANT text := 'IaSQL tenant ' || tenant;
  wanted record;
  present oid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('iasql roles', 0)); -- shared catalogues, one at a time
  IF EXISTS (SELECT FROM pg_database d WHERE d.datname = tenant AND pg_get_userbyid(d.datdba) <> owner) THEN
    RAISE EXCEPTION USING ERRCODE = 'IA041',
      MESSAGE = format('the server has a database "%s" that IaSQL did not make', tenant);
  END IF;
  FOR wanted IN
    SELECT * FROM (VALUES
      (owner, 'NOLOGIN'),
      (module, 'NOLOGIN'),
      (current_setting('iasql.engine'), 'LOGIN'),
      (current_setting('iasql.caller'), 'LOGIN'),
      (tenant, 'LOGIN')) AS role (name, login)
  LOOP
    SELECT r.oid INTO present FROM pg_roles r WHERE r.rolname = wanted.name;
    IF present IS NULL THEN
      EXECUTE format('CREATE ROLE %I', wanted.name);
      EXECUTE format('COMMENT ON ROLE %I IS %L', wanted.name, mark);
    ELSIF shobj_description(present, 'pg_authid') IS DISTINCT FROM mark THEN
      RAISE EXCEPTION USING ERRCODE = 'IA041',
        MESSAGE = format('the server has a role "%s" that IaSQL did not make', wanted.name);
    END IF;
    EXECUTE format('ALTER ROLE %I %s INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
      wanted.name, wanted.login);
  END LOOP;
  -- The engine acts as the owner, and may see what the sessions of the user hold locks on.
  EXECUTE format('GRANT %I TO %I', owner, current_setting('iasql.engine'));
  EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', tenant, current_setting('iasql.engine'));
  -- What SQL modules made can be locked, moved and dropped by the owner; they themselves are members of nothing.
  EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', module, owner);
  -- A tenant has no business in the databases that every server has.
  FOR wanted IN
    SELECT d.datname AS name
    FROM pg_database d, LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS granted
    WHERE d.datname IN (current_database(), 'template1') AND granted.grantee = 0
    GROUP BY d.datname
  LOOP
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', wanted.name);
  END LOOP;
END $provision$
