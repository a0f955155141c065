-- Run by "./iasql module check" after install.sql, in a database that is thrown away. What fails, fails the check.
DO $$
BEGIN
  INSERT INTO ${name}_note (name, note) VALUES ('first', 'It works');
  ASSERT (SELECT note FROM ${name}_note WHERE name = 'first') = 'It works', 'a note is kept';
  DELETE FROM ${name}_note;
END $$;

DO $$
BEGIN
  INSERT INTO ${name}_note (name) VALUES (' ');
  RAISE EXCEPTION 'a name without a character was taken';
EXCEPTION WHEN check_violation THEN
  ASSERT SQLERRM LIKE '%${name}_name%', SQLERRM;
END $$;
