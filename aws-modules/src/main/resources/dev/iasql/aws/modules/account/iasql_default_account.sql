CREATE FUNCTION public.iasql_default_account() RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  found_account CONSTANT text := (SELECT a.account_id FROM public.aws_account a WHERE a.is_default);
BEGIN
  IF found_account IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'IA020',
      MESSAGE = 'no AWS account is the default',
      DETAIL = 'A row that names no account belongs to the default one.',
      HINT = 'Choose one: UPDATE aws_account SET is_default = (account_id = ''123456789012''); or give account_id a value.';
  END IF;
  RETURN found_account;
END $$;
