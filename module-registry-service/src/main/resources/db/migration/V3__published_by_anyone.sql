-- Modules come over the API too, can be withdrawn, and several replicas keep them in memory.

ALTER TABLE module_version
  ADD COLUMN kind text NOT NULL DEFAULT 'aws' CHECK (kind IN ('aws', 'sql')),
  ADD COLUMN origin text NOT NULL DEFAULT 'shelf' CHECK (origin IN ('shelf', 'api')),
  ADD COLUMN migrations jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN change bigint NOT NULL DEFAULT 0,
  ADD COLUMN announced_to text NOT NULL DEFAULT '';
ALTER TABLE module_version
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN origin DROP DEFAULT,
  ALTER COLUMN migrations DROP DEFAULT,
  ALTER COLUMN change DROP DEFAULT;
-- The fingerprint covers more now; an empty one is made anew when the service starts.
UPDATE module_version SET content_hash = '';
CREATE INDEX module_version_change ON module_version (change);
CREATE INDEX module_version_announced ON module_version (announced_to);
COMMENT ON TABLE module_version IS 'Every published version of every module; what a version is never changes.';
COMMENT ON COLUMN module_version.kind IS 'aws or sql: with which rights the SQL runs.';
COMMENT ON COLUMN module_version.origin IS 'shelf: ships with the registry; api: published by somebody.';
COMMENT ON COLUMN module_version.migrations IS 'The SQL that turns an installed earlier version into this one, by that version.';
COMMENT ON COLUMN module_version.change IS 'Number of the change that brought it; see catalogue_state.';
COMMENT ON COLUMN module_version.announced_to IS 'Id of the Kafka topic that has it; another topic has to be told again.';

CREATE TABLE module_withdrawal (
  name text NOT NULL,
  version text NOT NULL,
  content_hash text NOT NULL,
  change bigint NOT NULL,
  announced_to text NOT NULL DEFAULT '',
  withdrawn_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name, version)
);
CREATE INDEX module_withdrawal_change ON module_withdrawal (change);
CREATE INDEX module_withdrawal_announced ON module_withdrawal (announced_to);
COMMENT ON TABLE module_withdrawal IS
  'Versions that were published and deleted. Their fingerprints stay: a version never gets other content.';

CREATE TABLE catalogue_state (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  change bigint NOT NULL
);
INSERT INTO catalogue_state (change) VALUES (0);
COMMENT ON TABLE catalogue_state IS
  'Counts changes of the catalogue. Whoever changes it locks the row, so changes are committed in the order of their numbers.';

CREATE TABLE module_usage (
  tenant text NOT NULL,
  module text NOT NULL,
  version text,
  request_id bigint NOT NULL,
  happened_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, module)
);
CREATE INDEX module_usage_version ON module_usage (module, version);
COMMENT ON TABLE module_usage IS 'Which tenant uses which version, as install-service announced it.';
COMMENT ON COLUMN module_usage.version IS 'NULL once the module is removed: news older than the removal must not bring it back.';
COMMENT ON COLUMN module_usage.request_id IS 'The request that did it: news of earlier ones comes too late.';

CREATE TABLE tenant_gone (
  tenant text PRIMARY KEY,
  happened_at timestamptz NOT NULL
);
COMMENT ON TABLE tenant_gone IS
  'Deleted tenants: news from before that is of an earlier tenant of the name, whose request numbers mean nothing.';
