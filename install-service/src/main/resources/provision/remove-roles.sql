-- Removes what roles.sql made. Repeatable; a role that IaSQL did not make stays.
DO $provision$
DECLARE
  mark CONSTANT text := 'IaSQL tenant ' || current_setting('iasql.tenant');
  gone record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('iasql roles', 0));
  FOR gone IN
    SELECT r.rolname AS name FROM pg_roles r
    WHERE shobj_description(r.oid, 'pg_authid') = mark
      AND r.rolname IN (current_setting('iasql.tenant'), current_setting('iasql.owner'),
        current_setting('iasql.engine'), current_setting('iasql.caller'),
        current_setting('iasql.module'))
  LOOP
    EXECUTE format('DROP ROLE %I', gone.name);
  END LOOP;
END $provision$
