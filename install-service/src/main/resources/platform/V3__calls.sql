-- How a function call becomes a request: written through a connection of its own, so that it
-- survives whatever happens to the caller, and then waited for.

CREATE FUNCTION iasql_internal.enqueue(
    p_function text, p_stage text, p_arguments jsonb, p_serial boolean, p_requested_by name)
  RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  new_id bigint;
BEGIN
  INSERT INTO iasql.request (function, stage, arguments, serial, requested_by)
  VALUES (p_function, p_stage, p_arguments, p_serial, p_requested_by)
  RETURNING id INTO new_id;
  PERFORM pg_notify('iasql_request', new_id::text);
  RETURN new_id;
END $$;
COMMENT ON FUNCTION iasql_internal.enqueue(text, text, jsonb, boolean, name) IS
  'Writes a request and wakes the relay. Called over the loop-back connection only.';
GRANT EXECUTE ON FUNCTION iasql_internal.enqueue(text, text, jsonb, boolean, name) TO "${caller}";

CREATE FUNCTION iasql_internal.checked_names(
    p_function text, p_names text[], p_what text, p_needed boolean) RETURNS jsonb
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  most CONSTANT integer := 200;
  names CONSTANT text[] := ARRAY(SELECT unnest(p_names)); -- one dimension, whatever came
  name text;
BEGIN
  IF p_names IS NULL OR array_position(names, NULL) IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'IA002',
      MESSAGE = format('%s was called with NULL as %s', p_function, p_what),
      HINT = format('Give the name of a %s as text.', p_what);
  END IF;
  IF p_needed AND cardinality(names) = 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'IA001',
      MESSAGE = format('%s needs the name of at least one %s', p_function, p_what),
      HINT = 'SELECT * FROM iasql_help() shows each function with an example.';
  END IF;
  IF cardinality(names) > most THEN
    RAISE EXCEPTION USING ERRCODE = 'IA004',
      MESSAGE = format('%s was called with %s names; one call takes at most %s', p_function, cardinality(names), most),
      HINT = 'Split the names over several calls.';
  END IF;
  FOREACH name IN ARRAY names LOOP
    IF btrim(name, E' \t\r\n') = '' THEN
      RAISE EXCEPTION USING ERRCODE = 'IA003',
        MESSAGE = format('%s was called with an empty name', p_function),
        HINT = format('Give the name of a %s.', p_what);
    END IF;
    IF octet_length(name) > 200 THEN
      RAISE EXCEPTION USING ERRCODE = 'IA003',
        MESSAGE = format('%s was called with a name of %s bytes', p_function, octet_length(name)),
        HINT = 'A name has at most 63 bytes.';
    END IF;
  END LOOP;
  RETURN to_jsonb(names);
END $$;
COMMENT ON FUNCTION iasql_internal.checked_names(text, text[], text, boolean) IS
  'The names as JSON, or the error that says what is wrong with them.';

CREATE FUNCTION iasql_internal.refuse_hidden_answer(p_function text) RETURNS void
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION USING ERRCODE = 'IA012',
      MESSAGE = format('%s cannot be called in a %s transaction', p_function, upper(current_setting('transaction_isolation'))),
      DETAIL = 'The snapshot of such a transaction would never show the answer.',
      HINT = 'COMMIT or ROLLBACK first, or call it in a READ COMMITTED transaction.';
  END IF;
END $$;
COMMENT ON FUNCTION iasql_internal.refuse_hidden_answer(text) IS
  'Fails a call whose answer its own transaction could never see.';

-- What a call must be able to lock, and so what its own transaction must not hold:
-- rows: the rows of module tables; schema: their definitions, and the names in schema public;
-- tables: module tables as a whole, even against readers.
CREATE FUNCTION iasql_internal.refuse_blocking_transaction(p_function text, p_needs text) RETURNS void
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  held text;
BEGIN
  SELECT string_agg(DISTINCT c.relname, ', ') INTO held
  FROM pg_locks l
  JOIN pg_class c ON c.oid = l.relation
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN iasql.module_table t ON t.table_name = c.relname AND n.nspname IN ('public', 'cloud')
  WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted
    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    AND CASE
      WHEN t.table_name IS NOT NULL THEN p_needs = 'tables' OR l.mode <> 'AccessShareLock'
      WHEN p_needs = 'rows' THEN false
      ELSE l.mode = 'AccessExclusiveLock' AND n.nspname = 'public'
    END;
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'IA013',
      MESSAGE = format('%s would wait for its own transaction', p_function),
      DETAIL = format('The transaction that calls it holds locks on: %s.', held),
      HINT = 'COMMIT or ROLLBACK first, then call it.';
  END IF;
END $$;
COMMENT ON FUNCTION iasql_internal.refuse_blocking_transaction(text, text) IS
  'Fails a call that could only wait for its own caller.';

CREATE FUNCTION iasql_internal.submit(
    p_function text, p_stage text, p_arguments jsonb, p_serial boolean) RETURNS bigint
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  loopback CONSTANT text := 'iasql_loopback';
  statement CONSTANT text := format('SELECT iasql_internal.enqueue(%L, %L, %L::jsonb, %L::boolean, %L::name)',
    p_function, p_stage, p_arguments, p_serial, session_user);
  new_id bigint;
BEGIN
  IF loopback = ANY (iasql_internal.dblink_get_connections()) THEN
    BEGIN
      SELECT id INTO new_id FROM iasql_internal.dblink(loopback, statement) AS answer (id bigint);
      RETURN new_id;
    EXCEPTION WHEN connection_exception OR admin_shutdown OR crash_shutdown OR idle_session_timeout THEN
      PERFORM iasql_internal.dblink_disconnect(loopback); -- kept from an earlier call, lost since
    END;
  END IF;
  BEGIN
    PERFORM iasql_internal.dblink_connect(loopback, loopback);
  EXCEPTION WHEN connection_exception THEN
    RAISE EXCEPTION USING ERRCODE = 'IA060',
      MESSAGE = format('%s could not be passed on: the database has no connection to spare for it', p_function),
      HINT = 'Try again in a moment.';
  END;
  SELECT id INTO new_id FROM iasql_internal.dblink(loopback, statement) AS answer (id bigint);
  RETURN new_id;
END $$;
COMMENT ON FUNCTION iasql_internal.submit(text, text, jsonb, boolean) IS
  'Commits a request independently of the calling transaction and returns its id.';

CREATE FUNCTION iasql_internal.await(p_request bigint) RETURNS jsonb
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  longest CONSTANT double precision := 0.05;
  patience CONSTANT interval := '15 seconds';
  started CONSTANT timestamptz := clock_timestamp();
  pause double precision := 0.001;
  told boolean := false;
  answer record;
  code text;
  message text;
  hint text;
BEGIN
  LOOP
    SELECT r.state, r.result, r.error, r.started_at INTO answer FROM iasql.request r WHERE r.id = p_request;
    EXIT WHEN answer.state IS NULL OR answer.state IN ('done', 'failed');
    IF NOT told AND answer.started_at IS NULL AND clock_timestamp() - started > patience THEN
      told := true;
      RAISE NOTICE 'request % has not been taken up yet; it stays queued if you cancel, see SELECT * FROM iasql_requests()', p_request;
    END IF;
    PERFORM pg_sleep(pause);
    pause := least(pause * 1.5, longest);
  END LOOP;
  IF answer.state = 'done' THEN
    RETURN answer.result;
  END IF;
  code := coalesce(answer.error ->> 'sql_state', 'IA099');
  message := coalesce(answer.error ->> 'message', format('request %s is gone', p_request));
  hint := coalesce(answer.error ->> 'hint', format('See SELECT * FROM iasql_requests() for request %s.', p_request));
  IF answer.error ->> 'detail' IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message, HINT = hint;
  END IF;
  RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message, DETAIL = answer.error ->> 'detail', HINT = hint;
END $$;
COMMENT ON FUNCTION iasql_internal.await(bigint) IS
  'Waits for a request, cancellable, and returns its rows or raises its error.';

CREATE FUNCTION iasql_internal.call(
    p_function text, p_stage text, p_arguments jsonb, p_needs text DEFAULT 'rows') RETURNS jsonb
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM iasql_internal.refuse_hidden_answer(p_function);
  PERFORM iasql_internal.refuse_blocking_transaction(p_function, p_needs);
  RETURN iasql_internal.await(iasql_internal.submit(p_function, p_stage, p_arguments, true));
END $$;
COMMENT ON FUNCTION iasql_internal.call(text, text, jsonb, text) IS
  'A request that changes the database or AWS: runs after all earlier ones of this database.';

CREATE FUNCTION iasql_internal.ask(p_function text, p_stage text, p_arguments jsonb) RETURNS jsonb
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM iasql_internal.refuse_hidden_answer(p_function);
  RETURN iasql_internal.await(iasql_internal.submit(p_function, p_stage, p_arguments, false));
END $$;
COMMENT ON FUNCTION iasql_internal.ask(text, text, jsonb) IS
  'A request that only reads: runs at once, beside whatever is under way.';
