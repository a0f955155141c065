-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

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

COMMENT ON FUNCTION public.iasql_default_account() IS
  'The account of rows that name none. Example: SELECT iasql_default_account();';

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

COMMENT ON FUNCTION public.iasql_default_region() IS
  'The region of rows that name none: the default one of the default account. Example: SELECT iasql_default_region();';

-- aws_account: An AWS account whose resources are rows of this database, and how to sign in to it.

CREATE TABLE public.aws_account (
  account_id  text,
  name        text,
  role_arn    text,
  external_id text,
  is_default  boolean NOT NULL DEFAULT false,
  arn         text,
  CONSTRAINT aws_account_pkey PRIMARY KEY (account_id),
  CONSTRAINT aws_account_only_one_is_default
    EXCLUDE USING btree (is_default WITH =) WHERE (is_default) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT aws_account_check_1 CHECK ((account_id ~ '^[0-9]{12}$') OR iasql.by_engine()),
  CONSTRAINT aws_account_check_2 CHECK ((role_arn ~ '^arn:[a-z-]+:iam::[0-9]{12}:role/.+$') OR iasql.by_engine()),
  CONSTRAINT aws_account_check_3 CHECK ((split_part(role_arn, ':', 5) = account_id) OR iasql.by_engine())
);

CREATE TRIGGER aws_account_computed
  BEFORE UPDATE ON public.aws_account FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.arn IS DISTINCT FROM NEW.arn))
  EXECUTE FUNCTION iasql_internal.refuse_computed('arn');

CREATE TRIGGER aws_account_local
  AFTER UPDATE ON public.aws_account FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name
    OR OLD.role_arn IS DISTINCT FROM NEW.role_arn
    OR OLD.external_id IS DISTINCT FROM NEW.external_id
    OR OLD.is_default IS DISTINCT FROM NEW.is_default)
  EXECUTE FUNCTION iasql_internal.mirror_local('account_id', 'name,role_arn,external_id,is_default');

COMMENT ON TABLE public.aws_account IS
  'An AWS account whose resources are rows of this database, and how to sign in to it.';
COMMENT ON COLUMN public.aws_account.account_id IS 'Account id, 12 digits. Changing it replaces the resource.';
COMMENT ON COLUMN public.aws_account.name IS 'What you call the account. Kept in this database; AWS does not know it.';
COMMENT ON COLUMN public.aws_account.role_arn IS 'Role to assume in the account; NULL to sign in with the keys set by iasql_set_credentials or, without them, as the workers themselves. Kept in this database; AWS does not know it.';
COMMENT ON COLUMN public.aws_account.external_id IS 'External id the role demands, if it does. Kept in this database; AWS does not know it.';
COMMENT ON COLUMN public.aws_account.is_default IS 'Whether rows that name no account belong to this one. Kept in this database; AWS does not know it.';
COMMENT ON COLUMN public.aws_account.arn IS 'Identity IaSQL has in the account. Computed by AWS.';

CREATE TABLE cloud.aws_account (
  LIKE public.aws_account INCLUDING COMMENTS,
  PRIMARY KEY (account_id)
);

COMMENT ON TABLE cloud.aws_account IS
  'An AWS account whose resources are rows of this database, and how to sign in to it. As last seen in AWS; only IaSQL writes it.';

-- aws_region: A region of an account, and whether it is read.

CREATE TABLE public.aws_region (
  region        text,
  is_enabled    boolean NOT NULL DEFAULT false,
  is_default    boolean NOT NULL DEFAULT false,
  opt_in_status text,
  endpoint      text,
  account_id    text,
  CONSTRAINT aws_region_pkey PRIMARY KEY (region, account_id),
  CONSTRAINT aws_region_account_id_fkey
    FOREIGN KEY (account_id) REFERENCES public.aws_account (account_id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT aws_region_only_one_is_default
    EXCLUDE USING btree (account_id WITH =) WHERE (is_default) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT aws_region_check_1 CHECK ((is_enabled OR NOT is_default) OR iasql.by_engine())
);

CREATE TRIGGER aws_region_rows
  BEFORE INSERT OR DELETE ON public.aws_region FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND NOT iasql.by_engine())
  EXECUTE FUNCTION iasql_internal.refuse_write('is_enabled', 'is_default');

CREATE TRIGGER aws_region_computed
  BEFORE UPDATE ON public.aws_region FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.region IS DISTINCT FROM NEW.region
    OR OLD.opt_in_status IS DISTINCT FROM NEW.opt_in_status
    OR OLD.endpoint IS DISTINCT FROM NEW.endpoint
    OR OLD.account_id IS DISTINCT FROM NEW.account_id))
  EXECUTE FUNCTION iasql_internal.refuse_computed('region', 'opt_in_status', 'endpoint', 'account_id');

CREATE TRIGGER aws_region_local
  AFTER UPDATE ON public.aws_region FOR EACH ROW
  WHEN (OLD.is_enabled IS DISTINCT FROM NEW.is_enabled
    OR OLD.is_default IS DISTINCT FROM NEW.is_default)
  EXECUTE FUNCTION iasql_internal.mirror_local('region,account_id', 'is_enabled,is_default');

COMMENT ON TABLE public.aws_region IS
  'A region of an account, and whether it is read. Read-only except for is_enabled, is_default.';
COMMENT ON COLUMN public.aws_region.region IS 'Name of the region, such as eu-west-1.';
COMMENT ON COLUMN public.aws_region.is_enabled IS 'Whether the resources of the region are rows of this database. Kept in this database; AWS does not know it.';
COMMENT ON COLUMN public.aws_region.is_default IS 'Whether rows that name no region belong to this one. Kept in this database; AWS does not know it.';
COMMENT ON COLUMN public.aws_region.opt_in_status IS 'Whether the account may use the region: opt-in-not-required, opted-in or not-opted-in. Computed by AWS.';
COMMENT ON COLUMN public.aws_region.endpoint IS 'Address of the EC2 API in the region. Computed by AWS.';
COMMENT ON COLUMN public.aws_region.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.aws_region (
  LIKE public.aws_region INCLUDING COMMENTS,
  PRIMARY KEY (region, account_id)
);

COMMENT ON TABLE cloud.aws_region IS
  'A region of an account, and whether it is read. As last seen in AWS; only IaSQL writes it.';
