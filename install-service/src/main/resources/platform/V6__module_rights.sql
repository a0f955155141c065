-- The role that SQL modules run as: it uses the tables of other modules as a user does, and reads what AWS was last seen to have.
-- What it may do itself, and what users may do with what it makes, is set up with the database.

ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE, REFERENCES ON TABLES TO "${module}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "${module}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" IN SCHEMA cloud GRANT SELECT ON TABLES TO "${module}";

GRANT USAGE ON SEQUENCE iasql.placeholder_number TO "${module}";
GRANT EXECUTE ON FUNCTION iasql.placeholder(text) TO "${module}";

CREATE FUNCTION iasql_internal.share_functions(p_names text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  shared regprocedure;
BEGIN
  FOR shared IN
    SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (p_names) AND pg_get_userbyid(p.proowner) = '${owner}'
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO "${module}"', shared);
  END LOOP;
END $$;
COMMENT ON FUNCTION iasql_internal.share_functions(text[]) IS
  'Lets SQL modules call functions of AWS modules, such as the defaults of their columns. They cannot call the platform''s.';

-- A module's function may later make a view or a policy of its table, and the engine's rights are not for those.
CREATE OR REPLACE FUNCTION iasql_internal.row_count(p_table text) RETURNS bigint
  LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, pg_temp SET row_security = off AS $$
DECLARE
  rows bigint;
BEGIN
  IF EXISTS (SELECT FROM pg_class c WHERE c.oid = to_regclass(format('public.%I', p_table)) AND c.relkind IN ('r', 'p')) THEN
    EXECUTE format('SELECT count(*) FROM public.%I', p_table) INTO rows;
  END IF;
  RETURN rows;
END $$;

-- What the modules of an existing database made.
DO $$
DECLARE
  made record;
BEGIN
  FOR made IN
    SELECT c.oid::regclass AS name, c.relnamespace = 'public'::regnamespace AS writable, c.relkind = 'S' AS is_sequence
    FROM pg_class c
    WHERE c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
      AND pg_get_userbyid(c.relowner) = '${owner}'
  LOOP
    EXECUTE format('GRANT %s %s TO "${module}"',
      CASE
        WHEN made.is_sequence THEN 'USAGE, SELECT ON SEQUENCE'
        WHEN made.writable THEN 'SELECT, INSERT, UPDATE, DELETE, REFERENCES ON'
        ELSE 'SELECT ON'
      END, made.name);
  END LOOP;
  PERFORM iasql_internal.share_functions(ARRAY(
    SELECT jsonb_array_elements_text(m.manifest -> 'provides' -> 'functions') FROM iasql.module m));
END $$;

-- What SQL modules made is no more the user's than what AWS modules made.
CREATE OR REPLACE FUNCTION iasql_internal.foreign_dependents(p_relations text[], p_functions text[], p_types text[])
  RETURNS TABLE (dependent text, needs text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    WITH going AS (
      SELECT 'pg_class'::regclass AS class, c.oid AS id, c.relname::text AS name
      FROM pg_class c
      WHERE c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace) AND c.relname = ANY (p_relations)
      UNION ALL
      SELECT 'pg_type'::regclass, t.oid, coalesce(element.typname, t.typname)::text
      FROM pg_type t LEFT JOIN pg_type element ON element.oid = t.typelem
      WHERE t.typnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
        AND coalesce(element.typname, t.typname) = ANY (p_types || p_relations)
      UNION ALL
      SELECT 'pg_proc'::regclass, p.oid, p.proname::text
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (p_functions)),
    users AS (
      SELECT going.name AS needs, d.classid, d.objid, d.objsubid,
        coalesce(view.oid, constrained.oid, defaulted.oid, relation.oid, policed.oid, triggered.oid) AS relation_id
      FROM going
      JOIN pg_depend d ON d.refclassid = going.class AND d.refobjid = going.id AND d.deptype = 'n'
      LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
      LEFT JOIN pg_class view ON view.oid = r.ev_class
      LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
      LEFT JOIN pg_class constrained ON constrained.oid = k.conrelid
      LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
      LEFT JOIN pg_class defaulted ON defaulted.oid = f.adrelid
      LEFT JOIN pg_class relation ON d.classid = 'pg_class'::regclass AND relation.oid = d.objid
      LEFT JOIN pg_policy y ON d.classid = 'pg_policy'::regclass AND y.oid = d.objid
      LEFT JOIN pg_class policed ON policed.oid = y.polrelid
      LEFT JOIN pg_trigger g ON d.classid = 'pg_trigger'::regclass AND g.oid = d.objid
      LEFT JOIN pg_class triggered ON triggered.oid = g.tgrelid)
    SELECT DISTINCT
      CASE
        WHEN u.classid = 'pg_rewrite'::regclass THEN
          (SELECT o.type || ' ' || o.identity FROM pg_identify_object('pg_class'::regclass, u.relation_id, 0) o)
        ELSE (SELECT o.type || ' ' || o.identity FROM pg_identify_object(u.classid, u.objid, u.objsubid) o)
      END,
      u.needs
    FROM users u
    LEFT JOIN pg_class c ON c.oid = u.relation_id
    LEFT JOIN pg_proc p ON u.classid = 'pg_proc'::regclass AND p.oid = u.objid
    LEFT JOIN pg_type t ON u.classid = 'pg_type'::regclass AND t.oid = u.objid
    WHERE pg_get_userbyid(coalesce(c.relowner, p.proowner, t.typowner, 0)) NOT IN ('${owner}', '${module}')
    ORDER BY 1, 2;
  END;
