-- The platform's own tables in a tenant database. Users read them; only the engine writes them.
-- Runs as the owner role. Placeholders name the roles of the tenant: ${owner}, ${engine}, ${user}, ${caller}.

ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE, REFERENCES ON TABLES TO "${user}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "${user}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO "${user}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO "${engine}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA cloud GRANT SELECT ON TABLES TO "${user}";

GRANT USAGE, CREATE ON SCHEMA public TO "${user}";
GRANT USAGE ON SCHEMA cloud, iasql TO "${user}";
GRANT USAGE ON SCHEMA iasql_internal TO "${caller}";

COMMENT ON SCHEMA public IS 'What is wanted: users read and write it.';
COMMENT ON SCHEMA cloud IS 'What AWS was last seen to have; only IaSQL writes it.';
COMMENT ON SCHEMA iasql IS 'The platform: modules, requests, operations, errors. Read-only for users.';
COMMENT ON SCHEMA iasql_internal IS 'Functions the platform uses by itself.';

CREATE TABLE iasql.setting (
  name text PRIMARY KEY,
  value text NOT NULL
);
COMMENT ON TABLE iasql.setting IS 'Settings of this database.';

CREATE TABLE iasql.request (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  function text NOT NULL,
  arguments jsonb NOT NULL,
  requested_by name NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
  stage text NOT NULL,
  serial boolean NOT NULL,
  work jsonb NOT NULL DEFAULT '{}',
  progress jsonb,
  result jsonb,
  error jsonb,
  worker text,
  attempt integer NOT NULL DEFAULT 0,
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX request_unfinished ON iasql.request (id) WHERE state IN ('queued', 'running');
COMMENT ON TABLE iasql.request IS 'Every call that needs work outside the caller''s transaction.';
COMMENT ON COLUMN iasql.request.stage IS 'What has to be done next, and so by which service.';
COMMENT ON COLUMN iasql.request.serial IS 'Whether the request waits for all earlier ones; reads do not.';
COMMENT ON COLUMN iasql.request.work IS 'What one stage hands to the next.';
COMMENT ON COLUMN iasql.request.attempt IS 'How often a worker took it up: more than one after a crash.';

CREATE TABLE iasql.module (
  name text PRIMARY KEY,
  version text NOT NULL,
  state text NOT NULL CHECK (state IN ('importing', 'installed')),
  reason text NOT NULL,
  manifest jsonb NOT NULL,
  uninstall_sql text NOT NULL,
  request_id bigint REFERENCES iasql.request,
  installed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE iasql.module IS 'The modules of this database.';
COMMENT ON COLUMN iasql.module.reason IS 'requested, or on whose behalf it came along.';
COMMENT ON COLUMN iasql.module.state IS 'importing until the first import is done, then installed.';

CREATE TABLE iasql.module_dependency (
  module_name text NOT NULL REFERENCES iasql.module ON DELETE CASCADE,
  dependency text NOT NULL REFERENCES iasql.module,
  version_range text NOT NULL,
  PRIMARY KEY (module_name, dependency)
);
COMMENT ON TABLE iasql.module_dependency IS 'Which installed module needs which.';

CREATE TABLE iasql.module_table (
  table_name text PRIMARY KEY,
  module_name text NOT NULL REFERENCES iasql.module ON DELETE CASCADE
);
COMMENT ON TABLE iasql.module_table IS 'Which module a table belongs to.';

CREATE TABLE iasql.operation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id bigint NOT NULL REFERENCES iasql.request,
  step integer NOT NULL,
  action text NOT NULL CHECK (action IN ('create', 'update', 'delete')),
  table_name text NOT NULL,
  row_key jsonb NOT NULL,
  before jsonb,
  after jsonb,
  state text NOT NULL DEFAULT 'started' CHECK (state IN ('started', 'done', 'failed')),
  error jsonb,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz
);
CREATE INDEX operation_request ON iasql.operation (request_id, step);
COMMENT ON TABLE iasql.operation IS
  'What AWS was asked to do: written before the call, completed together with its result.';

CREATE TABLE iasql.error (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id bigint REFERENCES iasql.request,
  table_name text NOT NULL,
  account_id text,
  region text,
  row_id text,
  code text NOT NULL,
  message text NOT NULL,
  hint text,
  occurred_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX error_place ON iasql.error (table_name, account_id, region);
COMMENT ON TABLE iasql.error IS
  'Failures that still hold: a listing that failed, a reference that cannot be seen, a refused change. Removed when the same thing succeeds.';

CREATE TABLE iasql.credential (
  account_id text PRIMARY KEY,
  access_key_id text NOT NULL,
  sealed bytea NOT NULL,
  set_by name NOT NULL,
  set_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE iasql.credential IS
  'AWS keys, readable by sync workers only: encrypted with their public key before they are stored.';

GRANT SELECT ON iasql.setting, iasql.request, iasql.module, iasql.module_dependency,
  iasql.module_table, iasql.operation, iasql.error TO "${user}";
