-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

-- availability_zone: A zone of the region the account can use: an availability, local or wavelength zone.

CREATE TABLE public.availability_zone (
  zone_name            text,
  zone_id              text,
  zone_type            text,
  group_name           text,
  network_border_group text,
  parent_zone_name     text,
  opt_in_status        text,
  state                text,
  region               text,
  account_id           text,
  CONSTRAINT availability_zone_pkey PRIMARY KEY (zone_name, region, account_id),
  CONSTRAINT availability_zone_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TRIGGER availability_zone_read_only
  BEFORE INSERT OR UPDATE OR DELETE ON public.availability_zone FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND NOT iasql.by_engine())
  EXECUTE FUNCTION iasql_internal.refuse_write();

COMMENT ON TABLE public.availability_zone IS
  'A zone of the region the account can use: an availability, local or wavelength zone. Read-only.';
COMMENT ON COLUMN public.availability_zone.zone_name IS 'Name of the zone, such as us-east-1a; each account has its own order of them.';
COMMENT ON COLUMN public.availability_zone.zone_id IS 'Id of the zone, such as use1-az1; the same in every account. Computed by AWS.';
COMMENT ON COLUMN public.availability_zone.zone_type IS 'Kind: availability-zone, local-zone or wavelength-zone. Computed by AWS.';
COMMENT ON COLUMN public.availability_zone.group_name IS 'Group of zones one opts in to together. Computed by AWS.';
COMMENT ON COLUMN public.availability_zone.network_border_group IS 'Set of zones addresses are advertised from. Computed by AWS.';
COMMENT ON COLUMN public.availability_zone.parent_zone_name IS 'Zone that runs the control plane of a local or wavelength zone. Computed by AWS.';
COMMENT ON COLUMN public.availability_zone.opt_in_status IS 'Whether the account opted in, if that is needed. Computed by AWS.';
COMMENT ON COLUMN public.availability_zone.state IS 'State, such as available. Computed by AWS.';
COMMENT ON COLUMN public.availability_zone.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.availability_zone.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.availability_zone (
  LIKE public.availability_zone INCLUDING COMMENTS,
  PRIMARY KEY (zone_name, region, account_id)
);

COMMENT ON TABLE cloud.availability_zone IS
  'A zone of the region the account can use: an availability, local or wavelength zone. As last seen in AWS; only IaSQL writes it.';

-- dhcp_options: What instances of a VPC are told by DHCP, such as their name servers.

CREATE TABLE public.dhcp_options (
  dhcp_options_id     text DEFAULT iasql.placeholder('dhcp-options'),
  dhcp_configurations jsonb,
  owner_id            text,
  tags                jsonb DEFAULT '{}',
  region              text DEFAULT public.iasql_default_region(),
  account_id          text DEFAULT public.iasql_default_account(),
  CONSTRAINT dhcp_options_pkey PRIMARY KEY (dhcp_options_id, region, account_id),
  CONSTRAINT dhcp_options_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT dhcp_options_check_1 CHECK ((jsonb_typeof(dhcp_configurations) = 'object') OR iasql.by_engine())
);

CREATE TRIGGER dhcp_options_computed
  BEFORE UPDATE ON public.dhcp_options FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR (OLD.dhcp_options_id NOT LIKE 'new-%' AND OLD.dhcp_options_id IS DISTINCT FROM NEW.dhcp_options_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('owner_id', 'dhcp_options_id');

COMMENT ON TABLE public.dhcp_options IS
  'What instances of a VPC are told by DHCP, such as their name servers.';
COMMENT ON COLUMN public.dhcp_options.dhcp_options_id IS 'Id of the set of options. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.dhcp_options.dhcp_configurations IS 'The options: an object of names, such as domain-name-servers, to lists of values. Changing it replaces the resource.';
COMMENT ON COLUMN public.dhcp_options.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.dhcp_options.tags IS 'Tags.';
COMMENT ON COLUMN public.dhcp_options.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.dhcp_options.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.dhcp_options (
  LIKE public.dhcp_options INCLUDING COMMENTS,
  PRIMARY KEY (dhcp_options_id, region, account_id)
);

COMMENT ON TABLE cloud.dhcp_options IS
  'What instances of a VPC are told by DHCP, such as their name servers. As last seen in AWS; only IaSQL writes it.';

-- vpc: An isolated virtual network.

CREATE TABLE public.vpc (
  vpc_id                          text DEFAULT iasql.placeholder('vpc'),
  cidr_block                      cidr,
  secondary_cidr_blocks           cidr[] DEFAULT '{}',
  amazon_provided_ipv6_cidr_block boolean NOT NULL DEFAULT false,
  ipv6_cidr_blocks                cidr[],
  instance_tenancy                text DEFAULT 'default',
  enable_dns_support              boolean NOT NULL DEFAULT true,
  enable_dns_hostnames            boolean NOT NULL DEFAULT false,
  dhcp_options_id                 text,
  is_default                      boolean NOT NULL DEFAULT false,
  state                           text,
  owner_id                        text,
  tags                            jsonb DEFAULT '{}',
  region                          text DEFAULT public.iasql_default_region(),
  account_id                      text DEFAULT public.iasql_default_account(),
  CONSTRAINT vpc_pkey PRIMARY KEY (vpc_id, region, account_id),
  CONSTRAINT vpc_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT vpc_dhcp_options_id_fkey
    FOREIGN KEY (dhcp_options_id, region, account_id) REFERENCES public.dhcp_options (dhcp_options_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT vpc_check_1 CHECK ((masklen(cidr_block) BETWEEN 16 AND 28) OR iasql.by_engine())
);

CREATE INDEX vpc_dhcp_options_id_idx ON public.vpc (dhcp_options_id);

CREATE TRIGGER vpc_computed
  BEFORE UPDATE ON public.vpc FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.ipv6_cidr_blocks IS DISTINCT FROM NEW.ipv6_cidr_blocks
    OR OLD.is_default IS DISTINCT FROM NEW.is_default
    OR OLD.state IS DISTINCT FROM NEW.state
    OR OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR (OLD.vpc_id NOT LIKE 'new-%' AND OLD.vpc_id IS DISTINCT FROM NEW.vpc_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('ipv6_cidr_blocks', 'is_default', 'state', 'owner_id', 'vpc_id');

COMMENT ON TABLE public.vpc IS
  'An isolated virtual network.';
COMMENT ON COLUMN public.vpc.vpc_id IS 'Id of the VPC. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.vpc.cidr_block IS 'Primary IPv4 address range. Changing it replaces the resource.';
COMMENT ON COLUMN public.vpc.secondary_cidr_blocks IS 'Further IPv4 address ranges.';
COMMENT ON COLUMN public.vpc.amazon_provided_ipv6_cidr_block IS 'Whether the VPC has an IPv6 address range from Amazon''s pool.';
COMMENT ON COLUMN public.vpc.ipv6_cidr_blocks IS 'IPv6 address ranges. Computed by AWS.';
COMMENT ON COLUMN public.vpc.instance_tenancy IS 'Tenancy of instances launched into it: default or dedicated.';
COMMENT ON COLUMN public.vpc.enable_dns_support IS 'Whether the Amazon DNS server answers in it.';
COMMENT ON COLUMN public.vpc.enable_dns_hostnames IS 'Whether instances with public addresses get public DNS names.';
COMMENT ON COLUMN public.vpc.dhcp_options_id IS 'DHCP options of its instances; the region''s default ones if NULL at creation.';
COMMENT ON COLUMN public.vpc.is_default IS 'Whether it is the region''s default VPC. Computed by AWS.';
COMMENT ON COLUMN public.vpc.state IS 'State: pending or available. Computed by AWS.';
COMMENT ON COLUMN public.vpc.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.vpc.tags IS 'Tags.';
COMMENT ON COLUMN public.vpc.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.vpc.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.vpc (
  LIKE public.vpc INCLUDING COMMENTS,
  PRIMARY KEY (vpc_id, region, account_id)
);

COMMENT ON TABLE cloud.vpc IS
  'An isolated virtual network. As last seen in AWS; only IaSQL writes it.';

-- internet_gateway: What connects a VPC to the internet.

CREATE TABLE public.internet_gateway (
  internet_gateway_id text DEFAULT iasql.placeholder('internet-gateway'),
  vpc_id              text,
  attachment_state    text,
  owner_id            text,
  tags                jsonb DEFAULT '{}',
  region              text DEFAULT public.iasql_default_region(),
  account_id          text DEFAULT public.iasql_default_account(),
  CONSTRAINT internet_gateway_pkey PRIMARY KEY (internet_gateway_id, region, account_id),
  CONSTRAINT internet_gateway_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT internet_gateway_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE
);

CREATE INDEX internet_gateway_vpc_id_idx ON public.internet_gateway (vpc_id);

CREATE TRIGGER internet_gateway_computed
  BEFORE UPDATE ON public.internet_gateway FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.attachment_state IS DISTINCT FROM NEW.attachment_state
    OR OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR (OLD.internet_gateway_id NOT LIKE 'new-%' AND OLD.internet_gateway_id IS DISTINCT FROM NEW.internet_gateway_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('attachment_state', 'owner_id', 'internet_gateway_id');

COMMENT ON TABLE public.internet_gateway IS
  'What connects a VPC to the internet.';
COMMENT ON COLUMN public.internet_gateway.internet_gateway_id IS 'Id of the gateway. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.internet_gateway.vpc_id IS 'VPC it is attached to; NULL while detached.';
COMMENT ON COLUMN public.internet_gateway.attachment_state IS 'State of the attachment. Computed by AWS.';
COMMENT ON COLUMN public.internet_gateway.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.internet_gateway.tags IS 'Tags.';
COMMENT ON COLUMN public.internet_gateway.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.internet_gateway.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.internet_gateway (
  LIKE public.internet_gateway INCLUDING COMMENTS,
  PRIMARY KEY (internet_gateway_id, region, account_id)
);

COMMENT ON TABLE cloud.internet_gateway IS
  'What connects a VPC to the internet. As last seen in AWS; only IaSQL writes it.';

-- subnet: A part of a VPC's address ranges in one availability zone.

CREATE TABLE public.subnet (
  subnet_id                           text DEFAULT iasql.placeholder('subnet'),
  vpc_id                              text,
  cidr_block                          cidr,
  ipv6_cidr_block                     cidr,
  availability_zone                   text,
  availability_zone_id                text,
  map_public_ip_on_launch             boolean NOT NULL DEFAULT false,
  assign_ipv6_address_on_creation     boolean NOT NULL DEFAULT false,
  enable_dns64                        boolean NOT NULL DEFAULT false,
  ipv6_native                         boolean NOT NULL DEFAULT false,
  private_dns_hostname_type_on_launch text,
  enable_resource_name_dns_a          boolean NOT NULL DEFAULT false,
  enable_resource_name_dns_aaaa       boolean NOT NULL DEFAULT false,
  network_acl_id                      text,
  outpost_arn                         text,
  customer_owned_ipv4_pool            text,
  map_customer_owned_ip_on_launch     boolean NOT NULL DEFAULT false,
  available_ip_address_count          integer,
  default_for_az                      boolean NOT NULL DEFAULT false,
  state                               text,
  owner_id                            text,
  subnet_arn                          text,
  tags                                jsonb DEFAULT '{}',
  region                              text DEFAULT public.iasql_default_region(),
  account_id                          text DEFAULT public.iasql_default_account(),
  CONSTRAINT subnet_pkey PRIMARY KEY (subnet_id, region, account_id),
  CONSTRAINT subnet_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT subnet_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT subnet_availability_zone_fkey
    FOREIGN KEY (availability_zone, region, account_id) REFERENCES public.availability_zone (zone_name, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT subnet_check_1 CHECK ((masklen(cidr_block) BETWEEN 16 AND 28) OR iasql.by_engine())
);

CREATE INDEX subnet_vpc_id_idx ON public.subnet (vpc_id);
CREATE INDEX subnet_availability_zone_idx ON public.subnet (availability_zone);

CREATE TRIGGER subnet_computed
  BEFORE UPDATE ON public.subnet FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.availability_zone_id IS DISTINCT FROM NEW.availability_zone_id
    OR OLD.customer_owned_ipv4_pool IS DISTINCT FROM NEW.customer_owned_ipv4_pool
    OR OLD.map_customer_owned_ip_on_launch IS DISTINCT FROM NEW.map_customer_owned_ip_on_launch
    OR OLD.available_ip_address_count IS DISTINCT FROM NEW.available_ip_address_count
    OR OLD.default_for_az IS DISTINCT FROM NEW.default_for_az
    OR OLD.state IS DISTINCT FROM NEW.state
    OR OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR OLD.subnet_arn IS DISTINCT FROM NEW.subnet_arn
    OR (OLD.subnet_id NOT LIKE 'new-%' AND OLD.subnet_id IS DISTINCT FROM NEW.subnet_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('availability_zone_id', 'customer_owned_ipv4_pool', 'map_customer_owned_ip_on_launch', 'available_ip_address_count', 'default_for_az', 'state', 'owner_id', 'subnet_arn', 'subnet_id');

COMMENT ON TABLE public.subnet IS
  'A part of a VPC''s address ranges in one availability zone.';
COMMENT ON COLUMN public.subnet.subnet_id IS 'Id of the subnet. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.subnet.vpc_id IS 'VPC it is a part of. Changing it replaces the resource.';
COMMENT ON COLUMN public.subnet.cidr_block IS 'IPv4 address range; NULL in a subnet with IPv6 only. Changing it replaces the resource.';
COMMENT ON COLUMN public.subnet.ipv6_cidr_block IS 'IPv6 address range, a /64 of the VPC''s.';
COMMENT ON COLUMN public.subnet.availability_zone IS 'Zone it is in; AWS chooses if NULL. Changing it replaces the resource.';
COMMENT ON COLUMN public.subnet.availability_zone_id IS 'Id of the zone, the same in every account. Computed by AWS.';
COMMENT ON COLUMN public.subnet.map_public_ip_on_launch IS 'Whether instances started in it get a public IPv4 address.';
COMMENT ON COLUMN public.subnet.assign_ipv6_address_on_creation IS 'Whether network interfaces made in it get an IPv6 address.';
COMMENT ON COLUMN public.subnet.enable_dns64 IS 'Whether the DNS server answers with IPv6 addresses for names that have IPv4 only.';
COMMENT ON COLUMN public.subnet.ipv6_native IS 'Whether it has IPv6 only. Changing it replaces the resource.';
COMMENT ON COLUMN public.subnet.private_dns_hostname_type_on_launch IS 'What host names are made of: ip-name or resource-name.';
COMMENT ON COLUMN public.subnet.enable_resource_name_dns_a IS 'Whether resource names get an IPv4 DNS record.';
COMMENT ON COLUMN public.subnet.enable_resource_name_dns_aaaa IS 'Whether resource names get an IPv6 DNS record.';
COMMENT ON COLUMN public.subnet.network_acl_id IS 'Network ACL that filters its traffic.';
COMMENT ON COLUMN public.subnet.outpost_arn IS 'Outpost it is on. Changing it replaces the resource.';
COMMENT ON COLUMN public.subnet.customer_owned_ipv4_pool IS 'Pool of addresses of the customer on an Outpost. Computed by AWS.';
COMMENT ON COLUMN public.subnet.map_customer_owned_ip_on_launch IS 'Whether instances get an address of the customer''s pool on an Outpost. Computed by AWS.';
COMMENT ON COLUMN public.subnet.available_ip_address_count IS 'IPv4 addresses not in use. Computed by AWS.';
COMMENT ON COLUMN public.subnet.default_for_az IS 'Whether it is the zone''s default subnet. Computed by AWS.';
COMMENT ON COLUMN public.subnet.state IS 'State: pending, available or unavailable. Computed by AWS.';
COMMENT ON COLUMN public.subnet.owner_id IS 'Account that owns it; another one if it is shared. Computed by AWS.';
COMMENT ON COLUMN public.subnet.subnet_arn IS 'ARN of the subnet. Computed by AWS.';
COMMENT ON COLUMN public.subnet.tags IS 'Tags.';
COMMENT ON COLUMN public.subnet.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.subnet.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.subnet (
  LIKE public.subnet INCLUDING COMMENTS,
  PRIMARY KEY (subnet_id, region, account_id)
);

COMMENT ON TABLE cloud.subnet IS
  'A part of a VPC''s address ranges in one availability zone. As last seen in AWS; only IaSQL writes it.';
