CREATE FUNCTION public.iasql_default_region() RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  found_region CONSTANT text := (
    SELECT r.region FROM public.aws_region r JOIN public.aws_account a USING (account_id)
    WHERE r.is_default AND a.is_default);
BEGIN
  IF found_region IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'IA020',
      MESSAGE = 'no region of the default AWS account is the default',
      DETAIL = 'A row that names no region belongs to the default one.',
      HINT = 'Choose one: UPDATE aws_region SET is_default = (region = ''eu-west-1''); or give region a value.';
  END IF;
  RETURN found_region;
END $$;
