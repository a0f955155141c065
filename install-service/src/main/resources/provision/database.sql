-- What only an administrator can set up in a tenant's database, before the platform schema. Repeatable.
DO $provision$
DECLARE
  tenant CONSTANT text := current_setting('iasql.tenant');
  owner CONSTANT text := current_setting('iasql.owner');
  engine CONSTANT text := current_setting('iasql.engine');
  caller CONSTANT text := current_setting('iasql.caller');
  module CONSTANT text := current_setting('iasql.module');
  host CONSTANT text := current_setting('iasql.host');
  port CONSTANT text := current_setting('iasql.port');
  password CONSTANT text := current_setting('iasql.caller_password');
  shared record;
BEGIN
  EXECUTE format('COMMENT ON DATABASE %I IS %L', tenant, 'IaSQL tenant ' || tenant);
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', tenant);
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I, %I', tenant, tenant, engine, caller);
  EXECUTE format('GRANT TEMPORARY, CREATE ON DATABASE %I TO %I', tenant, tenant);
  -- What users make in schema public must never be mistaken for what the engine means.
  EXECUTE format('ALTER ROLE %I IN DATABASE %I SET search_path = pg_catalog, pg_temp', engine, tenant);
  EXECUTE format('ALTER ROLE %I IN DATABASE %I SET search_path = pg_catalog, pg_temp', caller, tenant);

  EXECUTE format('ALTER SCHEMA public OWNER TO %I', owner);
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  EXECUTE format('CREATE SCHEMA IF NOT EXISTS iasql AUTHORIZATION %I', owner);
  EXECUTE format('CREATE SCHEMA IF NOT EXISTS iasql_internal AUTHORIZATION %I', owner);
  EXECUTE format('CREATE SCHEMA IF NOT EXISTS cloud AUTHORIZATION %I', owner);

  CREATE EXTENSION IF NOT EXISTS dblink SCHEMA iasql_internal;
  CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA iasql_internal;
  REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA iasql_internal FROM PUBLIC;
  EXECUTE format(
    'GRANT EXECUTE ON FUNCTION iasql_internal.dblink_connect(text, text), iasql_internal.dblink_disconnect(text),'
    ' iasql_internal.dblink_get_connections(), iasql_internal.dblink(text, text),'
    ' iasql_internal.pgp_pub_encrypt(text, bytea), iasql_internal.dearmor(text) TO %I', owner);

  EXECUTE format('GRANT USAGE ON FOREIGN DATA WRAPPER dblink_fdw TO %I', owner);
  IF NOT EXISTS (SELECT FROM pg_foreign_server WHERE srvname = 'iasql_loopback') THEN
    EXECUTE format('CREATE SERVER iasql_loopback FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host %L, port %L, dbname %L)',
      host, port, tenant);
    EXECUTE format('ALTER SERVER iasql_loopback OWNER TO %I', owner);
  ELSE
    EXECUTE format('ALTER SERVER iasql_loopback OPTIONS (SET host %L, SET port %L, SET dbname %L)', host, port, tenant);
  END IF;
  IF NOT EXISTS (SELECT FROM pg_user_mappings WHERE srvname = 'iasql_loopback' AND usename = owner) THEN
    EXECUTE format('CREATE USER MAPPING FOR %I SERVER iasql_loopback OPTIONS (user %L, password %L)', owner, caller, password);
  ELSE
    EXECUTE format('ALTER USER MAPPING FOR %I SERVER iasql_loopback OPTIONS (SET user %L, SET password %L)', owner, caller, password);
  END IF;

  -- SQL modules: what they may reach, and what users may do with what they make.
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA public TO %I', module);
  EXECUTE format('GRANT USAGE ON SCHEMA cloud, iasql TO %I', module);
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC', module);
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public'
    ' GRANT SELECT, INSERT, UPDATE, DELETE, REFERENCES ON TABLES TO %I', module, tenant);
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO %I', module, tenant);
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO %I, %I', module, tenant, engine);

  -- Made here, because only an administrator can give a function away: it belongs to the role it runs as.
  CREATE OR REPLACE FUNCTION iasql_internal.run_sql_module(p_sql text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $function$
  BEGIN
    EXECUTE p_sql;
    SET CONSTRAINTS ALL IMMEDIATE; -- triggers that wait for the end of the transaction must not run as the worker
    UNLISTEN *; -- nor may anything of the session stay behind
    EXECUTE 'CLOSE ALL'; -- PL/pgSQL has a CLOSE of its own
    DEALLOCATE ALL;
  EXCEPTION WHEN connection_exception OR admin_shutdown OR crash_shutdown OR cannot_connect_now THEN
    -- Codes that would make the worker believe its connection is lost, and so try for ever.
    RAISE EXCEPTION USING ERRCODE = 'external_routine_exception', MESSAGE = SQLERRM;
  END $function$;
  COMMENT ON FUNCTION iasql_internal.run_sql_module(text) IS
    'Runs the SQL of an SQL module as the role that owns nothing but what such modules made.';
  EXECUTE format('ALTER FUNCTION iasql_internal.run_sql_module(text) OWNER TO %I', module);
  REVOKE ALL ON FUNCTION iasql_internal.run_sql_module(text) FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION iasql_internal.run_sql_module(text) TO %I', owner);

  -- A module must not take or give back the lock that makes the work for a tenant serial.
  FOR shared IN
    SELECT p.oid::regprocedure AS signature FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^pg_(try_)?advisory_'
      AND has_function_privilege(module, p.oid, 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', shared.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I, %I, %I, %I', shared.signature, tenant, owner, engine, caller);
  END LOOP;
END $provision$
