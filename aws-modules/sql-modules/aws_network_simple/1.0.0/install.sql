-- One row of network is a whole network: its VPC, a subnet in each of some availability zones, a route table,
-- and, if it is public, an internet gateway. Triggers write those rows into the tables of aws_vpc, with the rights
-- of whoever writes network; iasql_commit() then makes them real like any other row.
--
-- A part of a network is found again by its VPC and its tag Name, which is the network's name.

CREATE TABLE network (
  name               text NOT NULL,
  cidr_block         cidr NOT NULL,
  availability_zones integer NOT NULL DEFAULT 2,
  public             boolean NOT NULL DEFAULT true,
  vpc_id             text,
  region             text NOT NULL DEFAULT iasql_default_region(),
  account_id         text NOT NULL DEFAULT iasql_default_account(),
  CONSTRAINT network_pkey PRIMARY KEY (name, region, account_id),
  CONSTRAINT network_vpc_id_key UNIQUE (vpc_id, region, account_id),
  -- The real id of the VPC arrives by the cascade. A network whose VPC is gone (rolled back, or deleted in AWS) goes with it.
  CONSTRAINT network_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT network_name_is_a_tag CHECK (name ~ '\S' AND length(name) <= 256),
  -- An eighth of it must still be a subnet, which AWS wants to be /28 or larger.
  CONSTRAINT network_cidr_block_is_16_to_25 CHECK (family(cidr_block) = 4 AND masklen(cidr_block) BETWEEN 16 AND 25),
  CONSTRAINT network_availability_zones_are_1_to_6 CHECK (availability_zones BETWEEN 1 AND 6)
);

COMMENT ON TABLE network IS
  'An application network: a VPC with a subnet in each of some availability zones, routes, and a way to the internet. Example: INSERT INTO network (name, cidr_block) VALUES (''shop'', ''10.40.0.0/16'');';
COMMENT ON COLUMN network.name IS 'Name, unique in the region; the tag Name of every part. Changed in place.';
COMMENT ON COLUMN network.cidr_block IS 'IPv4 range, from /16 to /25; each subnet gets an eighth of it. Cannot be changed.';
COMMENT ON COLUMN network.availability_zones IS 'In how many availability zones it has a subnet, 1 to 6. Changed in place: subnets are added or removed.';
COMMENT ON COLUMN network.public IS 'Whether it has an internet gateway, a default route to it, and public addresses in its subnets. Changed in place.';
COMMENT ON COLUMN network.vpc_id IS 'Its VPC. Written by the module; give it at INSERT only to take over the VPC of a network that was made before.';
COMMENT ON COLUMN network.region IS 'Region it is in. Cannot be changed.';
COMMENT ON COLUMN network.account_id IS 'Account it is in. Cannot be changed.';

-- Eighths, however many subnets there are: so that adding one moves none. Two of the eight are never used.
CREATE FUNCTION network_subnet_cidr(network_cidr cidr, number integer) RETURNS cidr
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp
  RETURN CAST(
    set_masklen(host(network_cidr)::inet + (number - 1) * (1::bigint << (29 - masklen(network_cidr))), masklen(network_cidr) + 3)
    AS cidr);
COMMENT ON FUNCTION network_subnet_cidr(cidr, integer) IS
  'The range of a network''s first, second, … subnet. Example: SELECT network_subnet_cidr(''10.40.0.0/16'', 2);';

CREATE FUNCTION network_keep() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.vpc_id IS DISTINCT FROM OLD.vpc_id THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, COLUMN = 'vpc_id',
      MESSAGE = format('the VPC of network %s cannot be changed', OLD.name),
      HINT = 'vpc_id follows the VPC by itself when AWS assigns its id.';
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME,
    MESSAGE = format('cidr_block, region and account_id of network %s cannot be changed', OLD.name),
    DETAIL = 'AWS gives a VPC its range and its place for life.',
    HINT = 'Insert a second network, move what uses the first, then delete the first.';
END $$;
COMMENT ON FUNCTION network_keep() IS 'Trigger: refuses to change what a VPC has for life. It is only called for such a change.';

-- Depth 0 is the user's own statement; deeper is the cascade from vpc, or network_build().
CREATE TRIGGER network_keeps_its_vpc
  BEFORE UPDATE ON network FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND (
    OLD.vpc_id IS DISTINCT FROM NEW.vpc_id
    OR OLD.cidr_block IS DISTINCT FROM NEW.cidr_block
    OR OLD.region IS DISTINCT FROM NEW.region
    OR OLD.account_id IS DISTINCT FROM NEW.account_id))
  EXECUTE FUNCTION network_keep();
COMMENT ON TRIGGER network_keeps_its_vpc ON network IS 'Range, place and VPC of a network are for life.';

-- Writes what is missing and takes away what is too much, and leaves the rest alone: running it again changes nothing.
CREATE FUNCTION network_build() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  tag CONSTANT jsonb := jsonb_build_object('Name', NEW.name);
  zones CONSTANT text[] := ARRAY(
    SELECT z.zone_name FROM availability_zone z
    WHERE (z.region, z.account_id) = (NEW.region, NEW.account_id)
      AND z.zone_type = 'availability-zone' AND z.state = 'available' AND z.opt_in_status IS DISTINCT FROM 'not-opted-in'
    ORDER BY z.zone_name);
  network_vpc text := NEW.vpc_id;
  routes text;
  gateway text;
BEGIN
  IF NEW.availability_zones > cardinality(zones) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, COLUMN = 'availability_zones',
      MESSAGE = format('network %s wants %s availability zones, and %s has %s',
        NEW.name, NEW.availability_zones, NEW.region, cardinality(zones)),
      HINT = 'SELECT zone_name, region, state FROM availability_zone; shows them.';
  END IF;

  -- The VPC. Here and not in a BEFORE trigger: that one also runs for a row ON CONFLICT DO NOTHING then drops.
  IF network_vpc IS NULL THEN
    INSERT INTO vpc (cidr_block, enable_dns_hostnames, tags, region, account_id)
    VALUES (NEW.cidr_block, true, tag, NEW.region, NEW.account_id)
    RETURNING vpc_id INTO STRICT network_vpc;
    UPDATE network n SET vpc_id = network_vpc
    WHERE (n.name, n.region, n.account_id) = (NEW.name, NEW.region, NEW.account_id);
  ELSIF NOT EXISTS (
      SELECT FROM vpc v
      WHERE (v.vpc_id, v.region, v.account_id, v.cidr_block) = (network_vpc, NEW.region, NEW.account_id, NEW.cidr_block)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, COLUMN = 'vpc_id',
      MESSAGE = format('VPC %s does not have the range %s of network %s', network_vpc, NEW.cidr_block, NEW.name),
      HINT = 'Leave vpc_id out to get a new VPC, or give the network the range of that one.';
  END IF;

  -- Its name, on all parts at once.
  IF TG_OP = 'UPDATE' AND NEW.name <> OLD.name THEN
    UPDATE subnet p SET tags = p.tags || tag
    WHERE (p.vpc_id, p.region, p.account_id, p.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, OLD.name);
    UPDATE route_table p SET tags = p.tags || tag
    WHERE (p.vpc_id, p.region, p.account_id, p.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, OLD.name);
    UPDATE internet_gateway p SET tags = p.tags || tag
    WHERE (p.vpc_id, p.region, p.account_id, p.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, OLD.name);
  END IF;
  UPDATE vpc p SET tags = coalesce(p.tags, '{}') || tag
  WHERE (p.vpc_id, p.region, p.account_id) = (network_vpc, NEW.region, NEW.account_id)
    AND p.tags ->> 'Name' IS DISTINCT FROM NEW.name;

  -- The route table of its subnets.
  SELECT p.route_table_id INTO routes FROM route_table p
  WHERE (p.vpc_id, p.region, p.account_id, p.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, NEW.name)
  ORDER BY p.route_table_id LIMIT 1;
  IF routes IS NULL THEN
    INSERT INTO route_table (vpc_id, tags, region, account_id)
    VALUES (network_vpc, tag, NEW.region, NEW.account_id)
    RETURNING route_table_id INTO STRICT routes;
  END IF;

  -- The way to the internet.
  IF NEW.public THEN
    SELECT p.internet_gateway_id INTO gateway FROM internet_gateway p
    WHERE (p.vpc_id, p.region, p.account_id) = (network_vpc, NEW.region, NEW.account_id); -- AWS allows one
    IF gateway IS NULL THEN
      INSERT INTO internet_gateway (vpc_id, tags, region, account_id)
      VALUES (network_vpc, tag, NEW.region, NEW.account_id)
      RETURNING internet_gateway_id INTO STRICT gateway;
    END IF;
    INSERT INTO route (route_table_id, destination, gateway_id, region, account_id)
    VALUES (routes, '0.0.0.0/0', gateway, NEW.region, NEW.account_id)
    ON CONFLICT (route_table_id, destination, region, account_id) DO NOTHING;
  ELSE
    DELETE FROM route r
    USING internet_gateway p
    WHERE (r.route_table_id, r.destination, r.region, r.account_id) = (routes, '0.0.0.0/0', NEW.region, NEW.account_id)
      AND (p.internet_gateway_id, p.region, p.account_id) = (r.gateway_id, r.region, r.account_id);
    DELETE FROM internet_gateway p
    WHERE (p.vpc_id, p.region, p.account_id, p.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, NEW.name);
  END IF;

  -- Subnets that are too much.
  DELETE FROM route_table_association a
  USING subnet s, generate_series(NEW.availability_zones + 1, 6) AS surplus (number)
  WHERE (a.subnet_id, a.region, a.account_id) = (s.subnet_id, s.region, s.account_id)
    AND (s.vpc_id, s.region, s.account_id, s.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, NEW.name)
    AND s.cidr_block = network_subnet_cidr(NEW.cidr_block, surplus.number);
  DELETE FROM subnet s
  USING generate_series(NEW.availability_zones + 1, 6) AS surplus (number)
  WHERE (s.vpc_id, s.region, s.account_id, s.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, NEW.name)
    AND s.cidr_block = network_subnet_cidr(NEW.cidr_block, surplus.number);

  -- Subnets that are missing, each in a zone that has none yet.
  INSERT INTO subnet (vpc_id, cidr_block, availability_zone, map_public_ip_on_launch, tags, region, account_id)
  SELECT network_vpc, missing.cidr_block, free.zone_name, NEW.public, tag, NEW.region, NEW.account_id
  FROM (
    SELECT network_subnet_cidr(NEW.cidr_block, n.number) AS cidr_block, row_number() OVER (ORDER BY n.number) AS turn
    FROM generate_series(1, NEW.availability_zones) AS n (number)
    WHERE NOT EXISTS (
      SELECT FROM subnet s
      WHERE (s.vpc_id, s.region, s.account_id, s.cidr_block)
        = (network_vpc, NEW.region, NEW.account_id, network_subnet_cidr(NEW.cidr_block, n.number)))) AS missing
  JOIN (
    SELECT z.zone_name, row_number() OVER (ORDER BY z.zone_name) AS turn
    FROM unnest(zones) AS z (zone_name)
    WHERE NOT EXISTS (
      SELECT FROM subnet s
      WHERE (s.vpc_id, s.region, s.account_id, s.tags ->> 'Name', s.availability_zone)
        = (network_vpc, NEW.region, NEW.account_id, NEW.name, z.zone_name))) AS free USING (turn);
  UPDATE subnet s SET map_public_ip_on_launch = NEW.public
  WHERE (s.vpc_id, s.region, s.account_id, s.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, NEW.name)
    AND s.map_public_ip_on_launch <> NEW.public;
  INSERT INTO route_table_association (route_table_id, subnet_id, region, account_id)
  SELECT routes, s.subnet_id, s.region, s.account_id FROM subnet s
  WHERE (s.vpc_id, s.region, s.account_id, s.tags ->> 'Name') = (network_vpc, NEW.region, NEW.account_id, NEW.name)
    AND NOT EXISTS (
      SELECT FROM route_table_association a
      WHERE (a.subnet_id, a.region, a.account_id) = (s.subnet_id, s.region, s.account_id));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION network_build() IS 'Trigger: makes the rows of the parts what the row of the network says.';

CREATE TRIGGER network_is_built
  AFTER INSERT OR UPDATE OF name, availability_zones, public ON network FOR EACH ROW
  EXECUTE FUNCTION network_build();
COMMENT ON TRIGGER network_is_built ON network IS 'The parts of a network follow its row.';

CREATE FUNCTION network_remove() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- By the cascade from vpc: whoever deleted that has seen to the rest.
  IF NOT EXISTS (SELECT FROM vpc v WHERE (v.vpc_id, v.region, v.account_id) = (OLD.vpc_id, OLD.region, OLD.account_id)) THEN
    RETURN NULL;
  END IF;
  DELETE FROM route_table_association a
  USING route_table t
  WHERE (a.route_table_id, a.region, a.account_id) = (t.route_table_id, t.region, t.account_id)
    AND (t.vpc_id, t.region, t.account_id, t.tags ->> 'Name') = (OLD.vpc_id, OLD.region, OLD.account_id, OLD.name);
  DELETE FROM route r
  USING route_table t
  WHERE (r.route_table_id, r.region, r.account_id) = (t.route_table_id, t.region, t.account_id)
    AND (t.vpc_id, t.region, t.account_id, t.tags ->> 'Name') = (OLD.vpc_id, OLD.region, OLD.account_id, OLD.name)
    AND NOT r.aws_managed;
  DELETE FROM route_table t
  WHERE (t.vpc_id, t.region, t.account_id, t.tags ->> 'Name') = (OLD.vpc_id, OLD.region, OLD.account_id, OLD.name);
  DELETE FROM internet_gateway g
  WHERE (g.vpc_id, g.region, g.account_id, g.tags ->> 'Name') = (OLD.vpc_id, OLD.region, OLD.account_id, OLD.name);
  DELETE FROM subnet s
  WHERE (s.vpc_id, s.region, s.account_id, s.tags ->> 'Name') = (OLD.vpc_id, OLD.region, OLD.account_id, OLD.name);
  DELETE FROM vpc v
  WHERE (v.vpc_id, v.region, v.account_id) = (OLD.vpc_id, OLD.region, OLD.account_id);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION network_remove() IS 'Trigger: deletes the rows of a network''s parts, children first.';

CREATE TRIGGER network_is_removed
  AFTER DELETE ON network FOR EACH ROW
  EXECUTE FUNCTION network_remove();
COMMENT ON TRIGGER network_is_removed ON network IS 'The parts of a network go with its row.';
