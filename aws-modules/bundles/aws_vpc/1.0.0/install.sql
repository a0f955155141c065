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

-- elastic_ip: A public IPv4 address that belongs to the account until it is released.

CREATE TABLE public.elastic_ip (
  allocation_id              text DEFAULT iasql.placeholder('elastic-ip'),
  public_ip                  inet,
  public_ipv4_pool           text,
  network_border_group       text,
  customer_owned_ipv4_pool   text,
  customer_owned_ip          inet,
  carrier_ip                 inet,
  domain                     text,
  association_id             text,
  instance_id                text,
  network_interface_id       text,
  network_interface_owner_id text,
  private_ip_address         inet,
  service_managed            text,
  aws_managed                boolean NOT NULL DEFAULT false,
  tags                       jsonb DEFAULT '{}',
  region                     text DEFAULT public.iasql_default_region(),
  account_id                 text DEFAULT public.iasql_default_account(),
  CONSTRAINT elastic_ip_pkey PRIMARY KEY (allocation_id, region, account_id),
  CONSTRAINT elastic_ip_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE
);

CREATE TRIGGER elastic_ip_computed
  BEFORE UPDATE ON public.elastic_ip FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.public_ip IS DISTINCT FROM NEW.public_ip
    OR OLD.customer_owned_ip IS DISTINCT FROM NEW.customer_owned_ip
    OR OLD.carrier_ip IS DISTINCT FROM NEW.carrier_ip
    OR OLD.domain IS DISTINCT FROM NEW.domain
    OR OLD.association_id IS DISTINCT FROM NEW.association_id
    OR OLD.instance_id IS DISTINCT FROM NEW.instance_id
    OR OLD.network_interface_id IS DISTINCT FROM NEW.network_interface_id
    OR OLD.network_interface_owner_id IS DISTINCT FROM NEW.network_interface_owner_id
    OR OLD.private_ip_address IS DISTINCT FROM NEW.private_ip_address
    OR OLD.service_managed IS DISTINCT FROM NEW.service_managed
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.allocation_id NOT LIKE 'new-%' AND OLD.allocation_id IS DISTINCT FROM NEW.allocation_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('public_ip', 'customer_owned_ip', 'carrier_ip', 'domain', 'association_id', 'instance_id', 'network_interface_id', 'network_interface_owner_id', 'private_ip_address', 'service_managed', 'aws_managed', 'allocation_id');

COMMENT ON TABLE public.elastic_ip IS
  'A public IPv4 address that belongs to the account until it is released.';
COMMENT ON COLUMN public.elastic_ip.allocation_id IS 'Id of the allocation. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.elastic_ip.public_ip IS 'The address. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.public_ipv4_pool IS 'Pool the address comes from; AWS''s own if NULL. Changing it replaces the resource.';
COMMENT ON COLUMN public.elastic_ip.network_border_group IS 'Set of zones the address is advertised from. Changing it replaces the resource.';
COMMENT ON COLUMN public.elastic_ip.customer_owned_ipv4_pool IS 'Pool of the customer on an Outpost the address comes from. Changing it replaces the resource.';
COMMENT ON COLUMN public.elastic_ip.customer_owned_ip IS 'Address of the customer on an Outpost. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.carrier_ip IS 'Address of a carrier, in a wavelength zone. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.domain IS 'What it can be used for: vpc. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.association_id IS 'Id of its use by an instance or network interface. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.instance_id IS 'Instance that uses it. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.network_interface_id IS 'Network interface that uses it. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.network_interface_owner_id IS 'Account of the network interface that uses it. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.private_ip_address IS 'Private address it stands for. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.service_managed IS 'AWS service that allocated it and releases it: alb, nlb, rnat or rds. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.aws_managed IS 'Whether an AWS service allocated it. Computed by AWS.';
COMMENT ON COLUMN public.elastic_ip.tags IS 'Tags.';
COMMENT ON COLUMN public.elastic_ip.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.elastic_ip.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.elastic_ip (
  LIKE public.elastic_ip INCLUDING COMMENTS,
  PRIMARY KEY (allocation_id, region, account_id)
);

COMMENT ON TABLE cloud.elastic_ip IS
  'A public IPv4 address that belongs to the account until it is released. As last seen in AWS; only IaSQL writes it.';

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

-- route_table: Where traffic that leaves subnets or enters gateways goes; its routes are in route.

CREATE TABLE public.route_table (
  route_table_id   text DEFAULT iasql.placeholder('route-table'),
  vpc_id           text,
  propagating_vgws text[],
  owner_id         text,
  aws_managed      boolean NOT NULL DEFAULT false,
  tags             jsonb DEFAULT '{}',
  region           text DEFAULT public.iasql_default_region(),
  account_id       text DEFAULT public.iasql_default_account(),
  CONSTRAINT route_table_pkey PRIMARY KEY (route_table_id, region, account_id),
  CONSTRAINT route_table_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_table_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE
);

CREATE INDEX route_table_vpc_id_idx ON public.route_table (vpc_id);

CREATE TRIGGER route_table_computed
  BEFORE UPDATE ON public.route_table FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.propagating_vgws IS DISTINCT FROM NEW.propagating_vgws
    OR OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.route_table_id NOT LIKE 'new-%' AND OLD.route_table_id IS DISTINCT FROM NEW.route_table_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('propagating_vgws', 'owner_id', 'aws_managed', 'route_table_id');

CREATE TRIGGER route_table_goes_with_vpc_id
  BEFORE DELETE ON public.vpc FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('route_table', 'vpc_id,region,account_id', 'vpc_id,region,account_id');

COMMENT ON TABLE public.route_table IS
  'Where traffic that leaves subnets or enters gateways goes; its routes are in route.';
COMMENT ON COLUMN public.route_table.route_table_id IS 'Id of the route table. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.route_table.vpc_id IS 'VPC it belongs to. Changing it replaces the resource.';
COMMENT ON COLUMN public.route_table.propagating_vgws IS 'Virtual private gateways that add routes to it. Computed by AWS.';
COMMENT ON COLUMN public.route_table.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.route_table.aws_managed IS 'Whether it is the VPC''s main route table. Computed by AWS.';
COMMENT ON COLUMN public.route_table.tags IS 'Tags.';
COMMENT ON COLUMN public.route_table.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.route_table.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.route_table (
  LIKE public.route_table INCLUDING COMMENTS,
  PRIMARY KEY (route_table_id, region, account_id)
);

COMMENT ON TABLE cloud.route_table IS
  'Where traffic that leaves subnets or enters gateways goes; its routes are in route. As last seen in AWS; only IaSQL writes it.';

-- endpoint_gateway: A way to S3 or DynamoDB from a VPC by routes, not over the internet.

CREATE TABLE public.endpoint_gateway (
  vpc_endpoint_id    text DEFAULT iasql.placeholder('endpoint-gateway'),
  vpc_id             text,
  service_name       text,
  policy_document    jsonb,
  route_table_ids    text[] DEFAULT '{}',
  state              text,
  owner_id           text,
  creation_timestamp timestamptz,
  aws_managed        boolean NOT NULL DEFAULT false,
  tags               jsonb DEFAULT '{}',
  region             text DEFAULT public.iasql_default_region(),
  account_id         text DEFAULT public.iasql_default_account(),
  CONSTRAINT endpoint_gateway_pkey PRIMARY KEY (vpc_endpoint_id, region, account_id),
  CONSTRAINT endpoint_gateway_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT endpoint_gateway_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE
);

CREATE INDEX endpoint_gateway_vpc_id_idx ON public.endpoint_gateway (vpc_id);

CREATE TRIGGER endpoint_gateway_computed
  BEFORE UPDATE ON public.endpoint_gateway FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.state IS DISTINCT FROM NEW.state
    OR OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR OLD.creation_timestamp IS DISTINCT FROM NEW.creation_timestamp
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.vpc_endpoint_id NOT LIKE 'new-%' AND OLD.vpc_endpoint_id IS DISTINCT FROM NEW.vpc_endpoint_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('state', 'owner_id', 'creation_timestamp', 'aws_managed', 'vpc_endpoint_id');

CREATE TRIGGER endpoint_gateway_goes_with_vpc_id
  BEFORE DELETE ON public.vpc FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('endpoint_gateway', 'vpc_id,region,account_id', 'vpc_id,region,account_id');

COMMENT ON TABLE public.endpoint_gateway IS
  'A way to S3 or DynamoDB from a VPC by routes, not over the internet.';
COMMENT ON COLUMN public.endpoint_gateway.vpc_endpoint_id IS 'Id of the endpoint. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.endpoint_gateway.vpc_id IS 'VPC it is in. Changing it replaces the resource.';
COMMENT ON COLUMN public.endpoint_gateway.service_name IS 'Service, such as com.amazonaws.us-east-1.s3. Changing it replaces the resource.';
COMMENT ON COLUMN public.endpoint_gateway.policy_document IS 'Policy on its use; AWS''s, which allows all, if NULL.';
COMMENT ON COLUMN public.endpoint_gateway.route_table_ids IS 'Route tables that lead to it.';
COMMENT ON COLUMN public.endpoint_gateway.state IS 'State, such as available. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_gateway.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_gateway.creation_timestamp IS 'When it was made. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_gateway.aws_managed IS 'Whether an AWS service made it and removes it. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_gateway.tags IS 'Tags.';
COMMENT ON COLUMN public.endpoint_gateway.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.endpoint_gateway.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.endpoint_gateway (
  LIKE public.endpoint_gateway INCLUDING COMMENTS,
  PRIMARY KEY (vpc_endpoint_id, region, account_id)
);

COMMENT ON TABLE cloud.endpoint_gateway IS
  'A way to S3 or DynamoDB from a VPC by routes, not over the internet. As last seen in AWS; only IaSQL writes it.';

-- network_acl: A filter for the traffic of subnets; its rules are in network_acl_entry.

CREATE TABLE public.network_acl (
  network_acl_id text DEFAULT iasql.placeholder('network-acl'),
  vpc_id         text,
  is_default     boolean NOT NULL DEFAULT false,
  owner_id       text,
  aws_managed    boolean NOT NULL DEFAULT false,
  tags           jsonb DEFAULT '{}',
  region         text DEFAULT public.iasql_default_region(),
  account_id     text DEFAULT public.iasql_default_account(),
  CONSTRAINT network_acl_pkey PRIMARY KEY (network_acl_id, region, account_id),
  CONSTRAINT network_acl_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT network_acl_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE
);

CREATE INDEX network_acl_vpc_id_idx ON public.network_acl (vpc_id);

CREATE TRIGGER network_acl_computed
  BEFORE UPDATE ON public.network_acl FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.is_default IS DISTINCT FROM NEW.is_default
    OR OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.network_acl_id NOT LIKE 'new-%' AND OLD.network_acl_id IS DISTINCT FROM NEW.network_acl_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('is_default', 'owner_id', 'aws_managed', 'network_acl_id');

CREATE TRIGGER network_acl_goes_with_vpc_id
  BEFORE DELETE ON public.vpc FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('network_acl', 'vpc_id,region,account_id', 'vpc_id,region,account_id');

COMMENT ON TABLE public.network_acl IS
  'A filter for the traffic of subnets; its rules are in network_acl_entry.';
COMMENT ON COLUMN public.network_acl.network_acl_id IS 'Id of the network ACL. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.network_acl.vpc_id IS 'VPC it belongs to. Changing it replaces the resource.';
COMMENT ON COLUMN public.network_acl.is_default IS 'Whether subnets use it that name no other. Computed by AWS.';
COMMENT ON COLUMN public.network_acl.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.network_acl.aws_managed IS 'Whether AWS made it with the VPC: true for the default one. Computed by AWS.';
COMMENT ON COLUMN public.network_acl.tags IS 'Tags.';
COMMENT ON COLUMN public.network_acl.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.network_acl.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.network_acl (
  LIKE public.network_acl INCLUDING COMMENTS,
  PRIMARY KEY (network_acl_id, region, account_id)
);

COMMENT ON TABLE cloud.network_acl IS
  'A filter for the traffic of subnets; its rules are in network_acl_entry. As last seen in AWS; only IaSQL writes it.';

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
  CONSTRAINT subnet_network_acl_id_fkey
    FOREIGN KEY (network_acl_id, region, account_id) REFERENCES public.network_acl (network_acl_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT subnet_check_1 CHECK ((masklen(cidr_block) BETWEEN 16 AND 28) OR iasql.by_engine())
);

CREATE INDEX subnet_vpc_id_idx ON public.subnet (vpc_id);
CREATE INDEX subnet_availability_zone_idx ON public.subnet (availability_zone);
CREATE INDEX subnet_network_acl_id_idx ON public.subnet (network_acl_id);

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

-- endpoint_interface: A way to a service from a VPC by network interfaces with private addresses.

CREATE TABLE public.endpoint_interface (
  vpc_endpoint_id       text DEFAULT iasql.placeholder('endpoint-interface'),
  vpc_id                text,
  service_name          text,
  policy_document       jsonb,
  subnet_ids            text[] DEFAULT '{}',
  security_group_ids    text[],
  private_dns_enabled   boolean NOT NULL DEFAULT true,
  ip_address_type       text,
  dns_record_ip_type    text,
  dns_names             text[],
  network_interface_ids text[],
  state                 text,
  owner_id              text,
  creation_timestamp    timestamptz,
  aws_managed           boolean NOT NULL DEFAULT false,
  tags                  jsonb DEFAULT '{}',
  region                text DEFAULT public.iasql_default_region(),
  account_id            text DEFAULT public.iasql_default_account(),
  CONSTRAINT endpoint_interface_pkey PRIMARY KEY (vpc_endpoint_id, region, account_id),
  CONSTRAINT endpoint_interface_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT endpoint_interface_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE
);

CREATE INDEX endpoint_interface_vpc_id_idx ON public.endpoint_interface (vpc_id);

CREATE TRIGGER endpoint_interface_computed
  BEFORE UPDATE ON public.endpoint_interface FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.dns_names IS DISTINCT FROM NEW.dns_names
    OR OLD.network_interface_ids IS DISTINCT FROM NEW.network_interface_ids
    OR OLD.state IS DISTINCT FROM NEW.state
    OR OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR OLD.creation_timestamp IS DISTINCT FROM NEW.creation_timestamp
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.vpc_endpoint_id NOT LIKE 'new-%' AND OLD.vpc_endpoint_id IS DISTINCT FROM NEW.vpc_endpoint_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('dns_names', 'network_interface_ids', 'state', 'owner_id', 'creation_timestamp', 'aws_managed', 'vpc_endpoint_id');

CREATE TRIGGER endpoint_interface_goes_with_vpc_id
  BEFORE DELETE ON public.vpc FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('endpoint_interface', 'vpc_id,region,account_id', 'vpc_id,region,account_id');

COMMENT ON TABLE public.endpoint_interface IS
  'A way to a service from a VPC by network interfaces with private addresses.';
COMMENT ON COLUMN public.endpoint_interface.vpc_endpoint_id IS 'Id of the endpoint. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.endpoint_interface.vpc_id IS 'VPC it is in. Changing it replaces the resource.';
COMMENT ON COLUMN public.endpoint_interface.service_name IS 'Service, such as com.amazonaws.us-east-1.sqs. Changing it replaces the resource.';
COMMENT ON COLUMN public.endpoint_interface.policy_document IS 'Policy on its use; AWS''s, which allows all, if NULL.';
COMMENT ON COLUMN public.endpoint_interface.subnet_ids IS 'Subnets it has network interfaces in, one per zone.';
COMMENT ON COLUMN public.endpoint_interface.security_group_ids IS 'Security groups of its network interfaces; the VPC''s default one if NULL.';
COMMENT ON COLUMN public.endpoint_interface.private_dns_enabled IS 'Whether the service''s usual DNS name leads to it in the VPC.';
COMMENT ON COLUMN public.endpoint_interface.ip_address_type IS 'Addresses it takes: ipv4, ipv6 or dualstack.';
COMMENT ON COLUMN public.endpoint_interface.dns_record_ip_type IS 'DNS records of it: ipv4, ipv6, dualstack or service-defined.';
COMMENT ON COLUMN public.endpoint_interface.dns_names IS 'DNS names of the endpoint. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_interface.network_interface_ids IS 'Its network interfaces. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_interface.state IS 'State, such as pending or available. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_interface.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_interface.creation_timestamp IS 'When it was made. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_interface.aws_managed IS 'Whether an AWS service made it and removes it. Computed by AWS.';
COMMENT ON COLUMN public.endpoint_interface.tags IS 'Tags.';
COMMENT ON COLUMN public.endpoint_interface.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.endpoint_interface.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.endpoint_interface (
  LIKE public.endpoint_interface INCLUDING COMMENTS,
  PRIMARY KEY (vpc_endpoint_id, region, account_id)
);

COMMENT ON TABLE cloud.endpoint_interface IS
  'A way to a service from a VPC by network interfaces with private addresses. As last seen in AWS; only IaSQL writes it.';

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

-- nat_gateway: Lets instances without public addresses open connections out of their subnet.

CREATE TABLE public.nat_gateway (
  nat_gateway_id       text DEFAULT iasql.placeholder('nat-gateway'),
  subnet_id            text,
  vpc_id               text,
  connectivity_type    text DEFAULT 'public',
  availability_mode    text DEFAULT 'zonal',
  allocation_id        text,
  private_ip           inet,
  public_ip            inet,
  network_interface_id text,
  state                text,
  failure_code         text,
  failure_message      text,
  create_time          timestamptz,
  tags                 jsonb DEFAULT '{}',
  region               text DEFAULT public.iasql_default_region(),
  account_id           text DEFAULT public.iasql_default_account(),
  CONSTRAINT nat_gateway_pkey PRIMARY KEY (nat_gateway_id, region, account_id),
  CONSTRAINT nat_gateway_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT nat_gateway_subnet_id_fkey
    FOREIGN KEY (subnet_id, region, account_id) REFERENCES public.subnet (subnet_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT nat_gateway_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT nat_gateway_allocation_id_fkey
    FOREIGN KEY (allocation_id, region, account_id) REFERENCES public.elastic_ip (allocation_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT nat_gateway_check_1 CHECK ((connectivity_type <> 'private' OR allocation_id IS NULL) OR iasql.by_engine())
);

CREATE INDEX nat_gateway_subnet_id_idx ON public.nat_gateway (subnet_id);
CREATE INDEX nat_gateway_vpc_id_idx ON public.nat_gateway (vpc_id);
CREATE INDEX nat_gateway_allocation_id_idx ON public.nat_gateway (allocation_id);

CREATE TRIGGER nat_gateway_computed
  BEFORE UPDATE ON public.nat_gateway FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.public_ip IS DISTINCT FROM NEW.public_ip
    OR OLD.network_interface_id IS DISTINCT FROM NEW.network_interface_id
    OR OLD.state IS DISTINCT FROM NEW.state
    OR OLD.failure_code IS DISTINCT FROM NEW.failure_code
    OR OLD.failure_message IS DISTINCT FROM NEW.failure_message
    OR OLD.create_time IS DISTINCT FROM NEW.create_time
    OR (OLD.nat_gateway_id NOT LIKE 'new-%' AND OLD.nat_gateway_id IS DISTINCT FROM NEW.nat_gateway_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('public_ip', 'network_interface_id', 'state', 'failure_code', 'failure_message', 'create_time', 'nat_gateway_id');

COMMENT ON TABLE public.nat_gateway IS
  'Lets instances without public addresses open connections out of their subnet.';
COMMENT ON COLUMN public.nat_gateway.nat_gateway_id IS 'Id of the gateway. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.nat_gateway.subnet_id IS 'Subnet it is in; NULL for a regional one. Changing it replaces the resource.';
COMMENT ON COLUMN public.nat_gateway.vpc_id IS 'VPC it is in; give it for a regional gateway, which has no subnet. Changing it replaces the resource.';
COMMENT ON COLUMN public.nat_gateway.connectivity_type IS 'public, or private for traffic to other networks. Changing it replaces the resource.';
COMMENT ON COLUMN public.nat_gateway.availability_mode IS 'zonal, or regional for one in all zones. Changing it replaces the resource.';
COMMENT ON COLUMN public.nat_gateway.allocation_id IS 'Elastic IP of a public gateway. Changing it replaces the resource.';
COMMENT ON COLUMN public.nat_gateway.private_ip IS 'Private address; AWS chooses if NULL. Changing it replaces the resource.';
COMMENT ON COLUMN public.nat_gateway.public_ip IS 'Public address. Computed by AWS.';
COMMENT ON COLUMN public.nat_gateway.network_interface_id IS 'Its network interface. Computed by AWS.';
COMMENT ON COLUMN public.nat_gateway.state IS 'State: pending, available, failed, deleting. Computed by AWS.';
COMMENT ON COLUMN public.nat_gateway.failure_code IS 'Why it could not be made: a code. Computed by AWS.';
COMMENT ON COLUMN public.nat_gateway.failure_message IS 'Why it could not be made: an explanation. Computed by AWS.';
COMMENT ON COLUMN public.nat_gateway.create_time IS 'When it was made. Computed by AWS.';
COMMENT ON COLUMN public.nat_gateway.tags IS 'Tags.';
COMMENT ON COLUMN public.nat_gateway.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.nat_gateway.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.nat_gateway (
  LIKE public.nat_gateway INCLUDING COMMENTS,
  PRIMARY KEY (nat_gateway_id, region, account_id)
);

COMMENT ON TABLE cloud.nat_gateway IS
  'Lets instances without public addresses open connections out of their subnet. As last seen in AWS; only IaSQL writes it.';

-- network_acl_entry: A rule of a network ACL. The first that fits, by number, decides.

CREATE TABLE public.network_acl_entry (
  network_acl_id  text,
  egress          boolean DEFAULT false,
  rule_number     integer,
  rule_action     text,
  protocol        text,
  cidr_block      cidr,
  ipv6_cidr_block cidr,
  port_range_from integer,
  port_range_to   integer,
  icmp_type       integer,
  icmp_code       integer,
  aws_managed     boolean NOT NULL DEFAULT false,
  region          text DEFAULT public.iasql_default_region(),
  account_id      text DEFAULT public.iasql_default_account(),
  CONSTRAINT network_acl_entry_pkey PRIMARY KEY (network_acl_id, egress, rule_number, region, account_id),
  CONSTRAINT network_acl_entry_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT network_acl_entry_network_acl_id_fkey
    FOREIGN KEY (network_acl_id, region, account_id) REFERENCES public.network_acl (network_acl_id, region, account_id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT network_acl_entry_check_1 CHECK ((coalesce(aws_managed, false) OR rule_number BETWEEN 1 AND 32766) OR iasql.by_engine()),
  CONSTRAINT network_acl_entry_check_2 CHECK ((num_nonnulls(cidr_block, ipv6_cidr_block) = 1) OR iasql.by_engine()),
  CONSTRAINT network_acl_entry_check_3 CHECK ((protocol ~ '^(-1|[0-9]{1,3})$') OR iasql.by_engine()),
  CONSTRAINT network_acl_entry_check_4 CHECK ((protocol IN ('6', '17') OR num_nonnulls(port_range_from, port_range_to) = 0) OR iasql.by_engine()),
  CONSTRAINT network_acl_entry_check_5 CHECK ((protocol IN ('1', '58') OR num_nonnulls(icmp_type, icmp_code) = 0) OR iasql.by_engine()),
  CONSTRAINT network_acl_entry_check_6 CHECK ((port_range_from <= port_range_to) OR iasql.by_engine())
);

CREATE TRIGGER network_acl_entry_computed
  BEFORE UPDATE ON public.network_acl_entry FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.aws_managed IS DISTINCT FROM NEW.aws_managed))
  EXECUTE FUNCTION iasql_internal.refuse_computed('aws_managed');

COMMENT ON TABLE public.network_acl_entry IS
  'A rule of a network ACL. The first that fits, by number, decides.';
COMMENT ON COLUMN public.network_acl_entry.network_acl_id IS 'Network ACL it is in. Changing it replaces the resource.';
COMMENT ON COLUMN public.network_acl_entry.egress IS 'Whether it is for outgoing traffic. Changing it replaces the resource.';
COMMENT ON COLUMN public.network_acl_entry.rule_number IS 'Number, 1 to 32766; lower ones come first. Changing it replaces the resource.';
COMMENT ON COLUMN public.network_acl_entry.rule_action IS 'allow or deny.';
COMMENT ON COLUMN public.network_acl_entry.protocol IS 'Number of the IP protocol, such as 6 for TCP; -1 for all.';
COMMENT ON COLUMN public.network_acl_entry.cidr_block IS 'IPv4 range at the other end.';
COMMENT ON COLUMN public.network_acl_entry.ipv6_cidr_block IS 'IPv6 range at the other end.';
COMMENT ON COLUMN public.network_acl_entry.port_range_from IS 'First port, for TCP and UDP.';
COMMENT ON COLUMN public.network_acl_entry.port_range_to IS 'Last port, for TCP and UDP.';
COMMENT ON COLUMN public.network_acl_entry.icmp_type IS 'ICMP type, -1 for all; for ICMP.';
COMMENT ON COLUMN public.network_acl_entry.icmp_code IS 'ICMP code, -1 for all; for ICMP.';
COMMENT ON COLUMN public.network_acl_entry.aws_managed IS 'Whether it is the last rule, which denies what no other allowed. Computed by AWS.';
COMMENT ON COLUMN public.network_acl_entry.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.network_acl_entry.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.network_acl_entry (
  LIKE public.network_acl_entry INCLUDING COMMENTS,
  PRIMARY KEY (network_acl_id, egress, rule_number, region, account_id)
);

COMMENT ON TABLE cloud.network_acl_entry IS
  'A rule of a network ACL. The first that fits, by number, decides. As last seen in AWS; only IaSQL writes it.';

-- peering_connection: A connection between two VPCs, also of different regions and accounts.

CREATE TABLE public.peering_connection (
  vpc_peering_connection_id text DEFAULT iasql.placeholder('peering-connection'),
  requester_vpc_id          text,
  accepter_vpc_id           text,
  peer_vpc_id               text,
  accepter_owner_id         text,
  accepter_region           text,
  requester_owner_id        text,
  requester_region          text,
  requester_cidr_block      cidr,
  accepter_cidr_block       cidr,
  status_code               text,
  status_message            text,
  expiration_time           timestamptz,
  tags                      jsonb DEFAULT '{}',
  region                    text DEFAULT public.iasql_default_region(),
  account_id                text DEFAULT public.iasql_default_account(),
  CONSTRAINT peering_connection_pkey PRIMARY KEY (vpc_peering_connection_id, region, account_id),
  CONSTRAINT peering_connection_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT peering_connection_requester_vpc_id_fkey
    FOREIGN KEY (requester_vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT peering_connection_accepter_vpc_id_fkey
    FOREIGN KEY (accepter_vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT peering_connection_check_1 CHECK ((num_nonnulls(requester_vpc_id, accepter_vpc_id, peer_vpc_id) <= 2) OR iasql.by_engine())
);

CREATE INDEX peering_connection_requester_vpc_id_idx ON public.peering_connection (requester_vpc_id);
CREATE INDEX peering_connection_accepter_vpc_id_idx ON public.peering_connection (accepter_vpc_id);

CREATE TRIGGER peering_connection_computed
  BEFORE UPDATE ON public.peering_connection FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.requester_owner_id IS DISTINCT FROM NEW.requester_owner_id
    OR OLD.requester_region IS DISTINCT FROM NEW.requester_region
    OR OLD.requester_cidr_block IS DISTINCT FROM NEW.requester_cidr_block
    OR OLD.accepter_cidr_block IS DISTINCT FROM NEW.accepter_cidr_block
    OR OLD.status_code IS DISTINCT FROM NEW.status_code
    OR OLD.status_message IS DISTINCT FROM NEW.status_message
    OR OLD.expiration_time IS DISTINCT FROM NEW.expiration_time
    OR (OLD.vpc_peering_connection_id NOT LIKE 'new-%' AND OLD.vpc_peering_connection_id IS DISTINCT FROM NEW.vpc_peering_connection_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('requester_owner_id', 'requester_region', 'requester_cidr_block', 'accepter_cidr_block', 'status_code', 'status_message', 'expiration_time', 'vpc_peering_connection_id');

COMMENT ON TABLE public.peering_connection IS
  'A connection between two VPCs, also of different regions and accounts.';
COMMENT ON COLUMN public.peering_connection.vpc_peering_connection_id IS 'Id of the connection. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.peering_connection.requester_vpc_id IS 'VPC that asked, if it is of this account and region. Changing it replaces the resource.';
COMMENT ON COLUMN public.peering_connection.accepter_vpc_id IS 'VPC that was asked, if it is of this account and region. Changing it replaces the resource.';
COMMENT ON COLUMN public.peering_connection.peer_vpc_id IS 'The VPC of another account or region. Changing it replaces the resource.';
COMMENT ON COLUMN public.peering_connection.accepter_owner_id IS 'Account that was asked; this one if NULL. Changing it replaces the resource.';
COMMENT ON COLUMN public.peering_connection.accepter_region IS 'Region that was asked; this one if NULL. Changing it replaces the resource.';
COMMENT ON COLUMN public.peering_connection.requester_owner_id IS 'Account that asked. Computed by AWS.';
COMMENT ON COLUMN public.peering_connection.requester_region IS 'Region that asked. Computed by AWS.';
COMMENT ON COLUMN public.peering_connection.requester_cidr_block IS 'IPv4 range of the VPC that asked. Computed by AWS.';
COMMENT ON COLUMN public.peering_connection.accepter_cidr_block IS 'IPv4 range of the VPC that was asked. Computed by AWS.';
COMMENT ON COLUMN public.peering_connection.status_code IS 'State, such as pending-acceptance or active. Computed by AWS.';
COMMENT ON COLUMN public.peering_connection.status_message IS 'Explanation of the state. Computed by AWS.';
COMMENT ON COLUMN public.peering_connection.expiration_time IS 'When a connection nobody accepted lapses. Computed by AWS.';
COMMENT ON COLUMN public.peering_connection.tags IS 'Tags.';
COMMENT ON COLUMN public.peering_connection.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.peering_connection.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.peering_connection (
  LIKE public.peering_connection INCLUDING COMMENTS,
  PRIMARY KEY (vpc_peering_connection_id, region, account_id)
);

COMMENT ON TABLE cloud.peering_connection IS
  'A connection between two VPCs, also of different regions and accounts. As last seen in AWS; only IaSQL writes it.';

-- route: Where traffic to a destination goes. The most specific destination wins.

CREATE TABLE public.route (
  route_table_id                  text,
  destination                     text,
  gateway_id                      text,
  nat_gateway_id                  text,
  vpc_peering_connection_id       text,
  vpn_gateway_id                  text,
  vpc_endpoint_id                 text,
  instance_id                     text,
  network_interface_id            text,
  egress_only_internet_gateway_id text,
  transit_gateway_id              text,
  carrier_gateway_id              text,
  local_gateway_id                text,
  core_network_arn                text,
  local_target                    boolean NOT NULL DEFAULT false,
  state                           text,
  origin                          text,
  aws_managed                     boolean NOT NULL DEFAULT false,
  region                          text DEFAULT public.iasql_default_region(),
  account_id                      text DEFAULT public.iasql_default_account(),
  CONSTRAINT route_pkey PRIMARY KEY (route_table_id, destination, region, account_id),
  CONSTRAINT route_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_route_table_id_fkey
    FOREIGN KEY (route_table_id, region, account_id) REFERENCES public.route_table (route_table_id, region, account_id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT route_gateway_id_fkey
    FOREIGN KEY (gateway_id, region, account_id) REFERENCES public.internet_gateway (internet_gateway_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_nat_gateway_id_fkey
    FOREIGN KEY (nat_gateway_id, region, account_id) REFERENCES public.nat_gateway (nat_gateway_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_vpc_peering_connection_id_fkey
    FOREIGN KEY (vpc_peering_connection_id, region, account_id) REFERENCES public.peering_connection (vpc_peering_connection_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_check_1 CHECK ((destination LIKE 'pl-%' OR CAST(destination AS cidr) IS NOT NULL) OR iasql.by_engine()),
  CONSTRAINT route_check_2 CHECK ((num_nonnulls(gateway_id, vpn_gateway_id, vpc_endpoint_id, nat_gateway_id, vpc_peering_connection_id, egress_only_internet_gateway_id, transit_gateway_id, carrier_gateway_id, local_gateway_id, core_network_arn) <= 1) OR iasql.by_engine()),
  CONSTRAINT route_check_3 CHECK ((coalesce(aws_managed, false) OR num_nonnulls(gateway_id, vpn_gateway_id, vpc_endpoint_id, nat_gateway_id, vpc_peering_connection_id, egress_only_internet_gateway_id, transit_gateway_id, carrier_gateway_id, local_gateway_id, core_network_arn, instance_id, network_interface_id) >= 1) OR iasql.by_engine())
);

CREATE INDEX route_gateway_id_idx ON public.route (gateway_id);
CREATE INDEX route_nat_gateway_id_idx ON public.route (nat_gateway_id);
CREATE INDEX route_vpc_peering_connection_id_idx ON public.route (vpc_peering_connection_id);

CREATE TRIGGER route_computed
  BEFORE UPDATE ON public.route FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.local_target IS DISTINCT FROM NEW.local_target
    OR OLD.state IS DISTINCT FROM NEW.state
    OR OLD.origin IS DISTINCT FROM NEW.origin
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed))
  EXECUTE FUNCTION iasql_internal.refuse_computed('local_target', 'state', 'origin', 'aws_managed');

COMMENT ON TABLE public.route IS
  'Where traffic to a destination goes. The most specific destination wins.';
COMMENT ON COLUMN public.route.route_table_id IS 'Route table it is in. Changing it replaces the resource.';
COMMENT ON COLUMN public.route.destination IS 'IPv4 range, IPv6 range or id of a prefix list the traffic goes to. Changing it replaces the resource.';
COMMENT ON COLUMN public.route.gateway_id IS 'Internet gateway it goes through.';
COMMENT ON COLUMN public.route.nat_gateway_id IS 'NAT gateway it goes through.';
COMMENT ON COLUMN public.route.vpc_peering_connection_id IS 'VPC peering connection it goes through.';
COMMENT ON COLUMN public.route.vpn_gateway_id IS 'Virtual private gateway it goes through.';
COMMENT ON COLUMN public.route.vpc_endpoint_id IS 'VPC endpoint it goes through.';
COMMENT ON COLUMN public.route.instance_id IS 'Instance it goes through.';
COMMENT ON COLUMN public.route.network_interface_id IS 'Network interface it goes through; AWS sets it if an instance is given.';
COMMENT ON COLUMN public.route.egress_only_internet_gateway_id IS 'Egress-only internet gateway it goes through.';
COMMENT ON COLUMN public.route.transit_gateway_id IS 'Transit gateway it goes through.';
COMMENT ON COLUMN public.route.carrier_gateway_id IS 'Carrier gateway it goes through.';
COMMENT ON COLUMN public.route.local_gateway_id IS 'Local gateway of an Outpost it goes through.';
COMMENT ON COLUMN public.route.core_network_arn IS 'Core network of Cloud WAN it goes through.';
COMMENT ON COLUMN public.route.local_target IS 'Whether it stays within the VPC. Computed by AWS.';
COMMENT ON COLUMN public.route.state IS 'State: active, or blackhole if the target is gone. Computed by AWS.';
COMMENT ON COLUMN public.route.origin IS 'How it came about: CreateRoute, CreateRouteTable or propagated. Computed by AWS.';
COMMENT ON COLUMN public.route.aws_managed IS 'Whether AWS made it: local, propagated, or of a gateway endpoint. Computed by AWS.';
COMMENT ON COLUMN public.route.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.route.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.route (
  LIKE public.route INCLUDING COMMENTS,
  PRIMARY KEY (route_table_id, destination, region, account_id)
);

COMMENT ON TABLE cloud.route IS
  'Where traffic to a destination goes. The most specific destination wins. As last seen in AWS; only IaSQL writes it.';

-- route_table_association: Which route table a subnet or a gateway uses, and which is a VPC's main one.

CREATE TABLE public.route_table_association (
  route_table_association_id text DEFAULT iasql.placeholder('route-table-association'),
  route_table_id             text,
  subnet_id                  text,
  gateway_id                 text,
  vpn_gateway_id             text,
  main                       boolean NOT NULL DEFAULT false,
  state                      text,
  aws_managed                boolean NOT NULL DEFAULT false,
  region                     text DEFAULT public.iasql_default_region(),
  account_id                 text DEFAULT public.iasql_default_account(),
  CONSTRAINT route_table_association_pkey PRIMARY KEY (route_table_association_id, region, account_id),
  CONSTRAINT route_table_association_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_table_association_route_table_id_fkey
    FOREIGN KEY (route_table_id, region, account_id) REFERENCES public.route_table (route_table_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_table_association_subnet_id_fkey
    FOREIGN KEY (subnet_id, region, account_id) REFERENCES public.subnet (subnet_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_table_association_gateway_id_fkey
    FOREIGN KEY (gateway_id, region, account_id) REFERENCES public.internet_gateway (internet_gateway_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT route_table_association_check_1 CHECK ((num_nonnulls(subnet_id, gateway_id, vpn_gateway_id) <= 1) OR iasql.by_engine())
);

CREATE INDEX route_table_association_route_table_id_idx ON public.route_table_association (route_table_id);
CREATE INDEX route_table_association_subnet_id_idx ON public.route_table_association (subnet_id);
CREATE INDEX route_table_association_gateway_id_idx ON public.route_table_association (gateway_id);

CREATE TRIGGER route_table_association_computed
  BEFORE UPDATE ON public.route_table_association FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.main IS DISTINCT FROM NEW.main
    OR OLD.state IS DISTINCT FROM NEW.state
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.route_table_association_id NOT LIKE 'new-%' AND OLD.route_table_association_id IS DISTINCT FROM NEW.route_table_association_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('main', 'state', 'aws_managed', 'route_table_association_id');

CREATE TRIGGER route_table_association_goes_with_route_table_id
  BEFORE DELETE ON public.route_table FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('route_table_association', 'route_table_id,region,account_id', 'route_table_id,region,account_id');

CREATE TRIGGER route_table_association_goes_with_subnet_id
  BEFORE DELETE ON public.subnet FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('route_table_association', 'subnet_id,region,account_id', 'subnet_id,region,account_id');

CREATE TRIGGER route_table_association_goes_with_gateway_id
  BEFORE DELETE ON public.internet_gateway FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('route_table_association', 'gateway_id,region,account_id', 'internet_gateway_id,region,account_id');

COMMENT ON TABLE public.route_table_association IS
  'Which route table a subnet or a gateway uses, and which is a VPC''s main one.';
COMMENT ON COLUMN public.route_table_association.route_table_association_id IS 'Id of the association; AWS gives a new one when the table changes. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.route_table_association.route_table_id IS 'The route table.';
COMMENT ON COLUMN public.route_table_association.subnet_id IS 'Subnet that uses it. Changing it replaces the resource.';
COMMENT ON COLUMN public.route_table_association.gateway_id IS 'Internet gateway whose incoming traffic uses it. Changing it replaces the resource.';
COMMENT ON COLUMN public.route_table_association.vpn_gateway_id IS 'Virtual private gateway whose incoming traffic uses it. Changing it replaces the resource.';
COMMENT ON COLUMN public.route_table_association.main IS 'Whether it makes the table the VPC''s main one. Computed by AWS.';
COMMENT ON COLUMN public.route_table_association.state IS 'State of the association. Computed by AWS.';
COMMENT ON COLUMN public.route_table_association.aws_managed IS 'Whether AWS made it with the VPC: true for a main association. Computed by AWS.';
COMMENT ON COLUMN public.route_table_association.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.route_table_association.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.route_table_association (
  LIKE public.route_table_association INCLUDING COMMENTS,
  PRIMARY KEY (route_table_association_id, region, account_id)
);

COMMENT ON TABLE cloud.route_table_association IS
  'Which route table a subnet or a gateway uses, and which is a VPC''s main one. As last seen in AWS; only IaSQL writes it.';
