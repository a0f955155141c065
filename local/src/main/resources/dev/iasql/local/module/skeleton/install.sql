-- Runs once, in one transaction, as a role that owns only what SQL modules made; search_path is public.
-- Every table, column, view and function has a comment; iasql_help() shows the table's, and its example.

CREATE TABLE ${name}_note (
  name       text PRIMARY KEY,
  note       text NOT NULL DEFAULT '',
  written_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ${name}_name CHECK (name ~ '\S')
);

COMMENT ON TABLE ${name}_note IS
  'A note about something that has a name. Example: INSERT INTO ${name}_note (name, note) VALUES (''first'', ''It works'');';
COMMENT ON COLUMN ${name}_note.name IS 'What the note is about.';
COMMENT ON COLUMN ${name}_note.note IS 'The note.';
COMMENT ON COLUMN ${name}_note.written_at IS 'When it was written.';
