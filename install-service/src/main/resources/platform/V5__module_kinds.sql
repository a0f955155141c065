-- With which rights a module's SQL runs is remembered with it, for the day it is taken out.
ALTER TABLE iasql.module ADD COLUMN kind text NOT NULL DEFAULT 'aws' CHECK (kind IN ('aws', 'sql'));
ALTER TABLE iasql.module ALTER COLUMN kind DROP DEFAULT;
COMMENT ON COLUMN iasql.module.kind IS 'aws: generated with IaSQL; sql: written by anyone, and without rights on what it did not make.';
