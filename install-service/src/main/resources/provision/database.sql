-- What only an administrator can set up in a tenant's database, before the platform schema. Repeatable.
DO $provision$
DECLARE
  tenant CONSTANT text := current_setting('iasql.tenant');
  owner CONSTANT text := current_setting('iasql.owner');
  engine CONSTANT text := current_setting('iasql.engine');
  caller CONSTANT text := current_setting('iasql.caller');
  host CONSTANT text := current_setting('iasql.host');
  port CONSTANT text := current_setting('iasql.port');
  password CONSTANT text := current_setting('iasql.caller_password');
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
END $provision$
