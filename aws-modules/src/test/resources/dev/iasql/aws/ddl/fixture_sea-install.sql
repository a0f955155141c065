-- harbor: A place for ships.

CREATE TABLE public.harbor (
  harbor_id  text DEFAULT iasql.placeholder('harbor'),
  name       text,
  cidr_block cidr,
  master     inet,
  depth      integer NOT NULL DEFAULT 12,
  ships_seen bigint,
  is_open    boolean NOT NULL DEFAULT true,
  is_tidal   boolean,
  built_at   timestamptz,
  piers      integer[],
  aliases    text[],
  rules      jsonb,
  note       text,
  tags       jsonb,
  region     text DEFAULT public.iasql_default_region(),
  account_id text DEFAULT public.iasql_default_account(),
  CONSTRAINT harbor_pkey PRIMARY KEY (harbor_id, region, account_id),
  CONSTRAINT harbor_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT harbor_check_1 CHECK ((depth > 0) OR iasql.by_engine()),
  CONSTRAINT harbor_check_2 CHECK ((name <> 'Atlantis') OR iasql.by_engine())
);

CREATE TRIGGER harbor_computed
  BEFORE UPDATE ON public.harbor FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.ships_seen IS DISTINCT FROM NEW.ships_seen
    OR OLD.built_at IS DISTINCT FROM NEW.built_at
    OR (OLD.harbor_id NOT LIKE 'new-%' AND OLD.harbor_id IS DISTINCT FROM NEW.harbor_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('ships_seen', 'built_at', 'harbor_id');

CREATE TRIGGER harbor_local
  AFTER UPDATE ON public.harbor FOR EACH ROW
  WHEN (OLD.note IS DISTINCT FROM NEW.note)
  EXECUTE FUNCTION iasql_internal.mirror_local('harbor_id,region,account_id', 'note');

COMMENT ON TABLE public.harbor IS
  'A place for ships.';
COMMENT ON COLUMN public.harbor.harbor_id IS 'Id of the harbor. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.harbor.name IS 'What it is called.';
COMMENT ON COLUMN public.harbor.cidr_block IS 'Its addresses. Changing it replaces the resource.';
COMMENT ON COLUMN public.harbor.master IS 'The master''s address.';
COMMENT ON COLUMN public.harbor.depth IS 'Depth in metres.';
COMMENT ON COLUMN public.harbor.ships_seen IS 'Ships ever seen. Computed by AWS.';
COMMENT ON COLUMN public.harbor.is_open IS 'Whether it is open.';
COMMENT ON COLUMN public.harbor.is_tidal IS 'Whether the moon counts; NULL if nobody knows.';
COMMENT ON COLUMN public.harbor.built_at IS 'When it was built. Computed by AWS.';
COMMENT ON COLUMN public.harbor.piers IS 'Its piers, by number.';
COMMENT ON COLUMN public.harbor.aliases IS 'Other names.';
COMMENT ON COLUMN public.harbor.rules IS 'Its rules.';
COMMENT ON COLUMN public.harbor.note IS 'What you think of it, in one''s own words. Kept in this database; AWS does not know it.';
COMMENT ON COLUMN public.harbor.tags IS 'Labels.';
COMMENT ON COLUMN public.harbor.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.harbor.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.harbor (
  LIKE public.harbor INCLUDING COMMENTS,
  PRIMARY KEY (harbor_id, region, account_id)
);

COMMENT ON TABLE cloud.harbor IS
  'A place for ships. As last seen in AWS; only IaSQL writes it.';

-- weather: The weather somewhere.

CREATE TABLE public.weather (
  place      text,
  wind       integer,
  region     text,
  account_id text,
  CONSTRAINT weather_pkey PRIMARY KEY (place, region, account_id),
  CONSTRAINT weather_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TRIGGER weather_read_only
  BEFORE INSERT OR UPDATE OR DELETE ON public.weather FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND NOT iasql.by_engine())
  EXECUTE FUNCTION iasql_internal.refuse_write();

COMMENT ON TABLE public.weather IS
  'The weather somewhere. Read-only.';
COMMENT ON COLUMN public.weather.place IS 'Name of the place.';
COMMENT ON COLUMN public.weather.wind IS 'Wind in knots. Computed by AWS.';
COMMENT ON COLUMN public.weather.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.weather.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.weather (
  LIKE public.weather INCLUDING COMMENTS,
  PRIMARY KEY (place, region, account_id)
);

COMMENT ON TABLE cloud.weather IS
  'The weather somewhere. As last seen in AWS; only IaSQL writes it.';
