-- A call that does little takes 10 to 15 ms. Waits that grow by half would look for its answer at 8, 13 and 21 ms.
CREATE OR REPLACE FUNCTION iasql_internal.await(p_request bigint) RETURNS jsonb
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
    pause := least(pause * 1.1, longest);
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
