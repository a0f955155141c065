-- ship: A ship and where it belongs.

CREATE TABLE public.ship (
  ship_id         text DEFAULT iasql.placeholder('ship'),
  harbor_id       text,
  destination_id  text,
  towed_by        text,
  seen_harbor_ids text[],
  aws_managed     boolean NOT NULL DEFAULT false,
  region          text DEFAULT public.iasql_default_region(),
  account_id      text DEFAULT public.iasql_default_account(),
  CONSTRAINT ship_pkey PRIMARY KEY (ship_id, region, account_id),
  CONSTRAINT ship_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT ship_harbor_id_fkey
    FOREIGN KEY (harbor_id, region, account_id) REFERENCES public.harbor (harbor_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT ship_destination_id_fkey
    FOREIGN KEY (destination_id, region, account_id) REFERENCES public.harbor (harbor_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT ship_towed_by_fkey
    FOREIGN KEY (towed_by, region, account_id) REFERENCES public.ship (ship_id, region, account_id)
    ON UPDATE CASCADE
);

CREATE INDEX ship_harbor_id_idx ON public.ship (harbor_id);
CREATE INDEX ship_destination_id_idx ON public.ship (destination_id);
CREATE INDEX ship_towed_by_idx ON public.ship (towed_by);

CREATE TRIGGER ship_computed
  BEFORE UPDATE ON public.ship FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.ship_id NOT LIKE 'new-%' AND OLD.ship_id IS DISTINCT FROM NEW.ship_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('aws_managed', 'ship_id');

CREATE TRIGGER ship_goes_with_harbor_id
  BEFORE DELETE ON public.harbor FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('ship', 'harbor_id,region,account_id', 'harbor_id,region,account_id');

COMMENT ON TABLE public.ship IS
  'A ship and where it belongs.';
COMMENT ON COLUMN public.ship.ship_id IS 'Id of the ship. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.ship.harbor_id IS 'Where it belongs. Changing it replaces the resource.';
COMMENT ON COLUMN public.ship.destination_id IS 'Where it is going.';
COMMENT ON COLUMN public.ship.towed_by IS 'The ship that tows it.';
COMMENT ON COLUMN public.ship.seen_harbor_ids IS 'Harbors it has seen.';
COMMENT ON COLUMN public.ship.aws_managed IS 'Whether it came with the harbor. Computed by AWS.';
COMMENT ON COLUMN public.ship.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.ship.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.ship (
  LIKE public.ship INCLUDING COMMENTS,
  PRIMARY KEY (ship_id, region, account_id)
);

COMMENT ON TABLE cloud.ship IS
  'A ship and where it belongs. As last seen in AWS; only IaSQL writes it.';

-- cabin: A cabin of a ship.

CREATE TABLE public.cabin (
  ship_id    text,
  number     integer,
  passenger  text,
  region     text DEFAULT public.iasql_default_region(),
  account_id text DEFAULT public.iasql_default_account(),
  CONSTRAINT cabin_pkey PRIMARY KEY (ship_id, number, region, account_id),
  CONSTRAINT cabin_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT cabin_ship_id_fkey
    FOREIGN KEY (ship_id, region, account_id) REFERENCES public.ship (ship_id, region, account_id)
    ON UPDATE CASCADE ON DELETE CASCADE
);

COMMENT ON TABLE public.cabin IS
  'A cabin of a ship.';
COMMENT ON COLUMN public.cabin.ship_id IS 'The ship it is part of. Changing it replaces the resource.';
COMMENT ON COLUMN public.cabin.number IS 'Its number. Changing it replaces the resource.';
COMMENT ON COLUMN public.cabin.passenger IS 'Who sleeps in it.';
COMMENT ON COLUMN public.cabin.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.cabin.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.cabin (
  LIKE public.cabin INCLUDING COMMENTS,
  PRIMARY KEY (ship_id, number, region, account_id)
);

COMMENT ON TABLE cloud.cabin IS
  'A cabin of a ship. As last seen in AWS; only IaSQL writes it.';

CREATE FUNCTION public.fixture_fleet_size(harbor text) RETURNS bigint
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  RETURN (SELECT count(*) FROM public.ship s WHERE s.harbor_id = harbor);

COMMENT ON FUNCTION public.fixture_fleet_size(text) IS
  'How many ships belong to a harbor. Example: SELECT fixture_fleet_size(''harbor-1'');';
