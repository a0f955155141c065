-- The directory of tenant databases on one machine. The registry itself never reads it; it lives
-- here because this is the one database that all services can reach.
CREATE TABLE tenant (
  name text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('requested', 'ready', 'failed', 'deleting')),
  host text,
  port integer,
  user_password bytea NOT NULL,
  engine_password bytea NOT NULL,
  caller_password bytea NOT NULL,
  problem text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE tenant IS 'Tenant databases: where each is and, encrypted, how its roles sign in.';
COMMENT ON COLUMN tenant.problem IS 'Why making or removing the database failed.';
