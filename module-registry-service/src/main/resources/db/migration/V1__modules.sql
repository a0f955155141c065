CREATE TABLE module_version (
  name text NOT NULL,
  version text NOT NULL,
  summary text NOT NULL,
  manifest jsonb NOT NULL,
  install_sql text NOT NULL,
  uninstall_sql text NOT NULL,
  readme text NOT NULL,
  content_hash text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name, version)
);
COMMENT ON TABLE module_version IS 'Every published version of every module; a row never changes.';
COMMENT ON COLUMN module_version.content_hash IS 'SHA-256 of the whole bundle: tells a repeated publication from a changed one.';
