-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

-- security_group: A firewall for network interfaces, with its rules.

CREATE TABLE public.security_group (
  group_id           text DEFAULT iasql.placeholder('security-group'),
  group_name         text,
  description        text DEFAULT 'Managed with IaSQL',
  vpc_id             text,
  rules              jsonb,
  owner_id           text,
  security_group_arn text,
  aws_managed        boolean NOT NULL DEFAULT false,
  tags               jsonb DEFAULT '{}',
  region             text DEFAULT public.iasql_default_region(),
  account_id         text DEFAULT public.iasql_default_account(),
  CONSTRAINT security_group_pkey PRIMARY KEY (group_id, region, account_id),
  CONSTRAINT security_group_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT security_group_vpc_id_fkey
    FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc (vpc_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT security_group_check_1 CHECK ((group_name NOT LIKE 'sg-%' AND length(group_name) BETWEEN 1 AND 255) OR iasql.by_engine()),
  CONSTRAINT security_group_check_2 CHECK ((group_name ~ '^[]a-zA-Z0-9 ._:/()#,@[+=&;{}!$*-]*$') OR iasql.by_engine()),
  CONSTRAINT security_group_check_3 CHECK ((length(description) BETWEEN 1 AND 255) OR iasql.by_engine()),
  CONSTRAINT security_group_check_4 CHECK ((description ~ '^[]a-zA-Z0-9 ._:/()#,@[+=&;{}!$*-]*$') OR iasql.by_engine()),
  CONSTRAINT security_group_check_5 CHECK ((jsonb_typeof(rules) = 'array' AND NOT jsonb_path_exists(rules, 'strict $[*] ? (@.type() != "object")')) OR iasql.by_engine()),
  CONSTRAINT security_group_check_6 CHECK ((NOT jsonb_path_exists(rules, '$[*].keyvalue() ? (!(@.key like_regex "^(direction|protocol|source)$" && @.value.type() == "string" || @.key like_regex "^(from|to)_port$" && (@.value.type() == "number" || @.value.type() == "null") || @.key == "description" && (@.value.type() == "string" || @.value.type() == "null")))')) OR iasql.by_engine()),
  CONSTRAINT security_group_check_7 CHECK ((NOT jsonb_path_exists(rules, '$[*] ? (!(@.direction like_regex "^(ingress|egress)$"))')) OR iasql.by_engine()),
  CONSTRAINT security_group_check_8 CHECK ((NOT jsonb_path_exists(rules, '$[*] ? (!(@.protocol like_regex "^(-1|all|[0-9]+|tcp|udp|icmp|icmpv6)$" flag "i"))')) OR iasql.by_engine()),
  CONSTRAINT security_group_check_9 CHECK ((NOT jsonb_path_exists(rules, '$[*] ? (@.protocol like_regex "^(tcp|6|udp|17)$" flag "i" && !(@.from_port >= 0 && @.to_port >= @.from_port && @.to_port <= 65535))')) OR iasql.by_engine()),
  CONSTRAINT security_group_check_10 CHECK ((NOT jsonb_path_exists(rules, '$[*] ? (@.protocol like_regex "^(icmp|1|icmpv6|58)$" flag "i" && !(@.from_port >= -1 && @.from_port <= 255 && @.to_port >= -1 && @.to_port <= 255))')) OR iasql.by_engine()),
  CONSTRAINT security_group_check_11 CHECK ((NOT jsonb_path_exists(rules, '$[*] ? (!(@.source like_regex "^([0-9.]+/[0-9]+|[0-9a-f:.]+/[0-9]+|pl-[0-9a-f]+|([0-9]{12}/)?sg-[0-9a-f]+)$" flag "i" || @.source == $own))', jsonb_build_object('own', group_id))) OR iasql.by_engine()),
  CONSTRAINT security_group_check_12 CHECK ((NOT jsonb_path_exists(rules, '$[*].description ? (@.type() != "null" && !(@ like_regex "^[]a-zA-Z0-9 ._:/()#,@[+=&;{}!$*-]{0,255}$"))')) OR iasql.by_engine())
);

CREATE INDEX security_group_vpc_id_idx ON public.security_group (vpc_id);

CREATE TRIGGER security_group_computed
  BEFORE UPDATE ON public.security_group FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR OLD.security_group_arn IS DISTINCT FROM NEW.security_group_arn
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.group_id NOT LIKE 'new-%' AND OLD.group_id IS DISTINCT FROM NEW.group_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('owner_id', 'security_group_arn', 'aws_managed', 'group_id');

CREATE TRIGGER security_group_goes_with_vpc_id
  BEFORE DELETE ON public.vpc FOR EACH ROW
  EXECUTE FUNCTION iasql_internal.delete_managed_children('security_group', 'vpc_id,region,account_id', 'vpc_id,region,account_id');

COMMENT ON TABLE public.security_group IS
  'A firewall for network interfaces, with its rules.';
COMMENT ON COLUMN public.security_group.group_id IS 'Id of the group. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.security_group.group_name IS 'Name, unique in the VPC. Changing it replaces the resource.';
COMMENT ON COLUMN public.security_group.description IS 'What the group is for; AWS demands a text. Changing it replaces the resource.';
COMMENT ON COLUMN public.security_group.vpc_id IS 'VPC it belongs to; the default VPC if NULL. Changing it replaces the resource.';
COMMENT ON COLUMN public.security_group.rules IS 'All rules, an array of objects with direction (ingress or egress), protocol, from_port, to_port, source and description; their order does not matter. The source is an address range, a prefix list, a security group that exists or the group itself. NULL at creation for what AWS makes: everything may go out.';
COMMENT ON COLUMN public.security_group.owner_id IS 'Account that owns it. Computed by AWS.';
COMMENT ON COLUMN public.security_group.security_group_arn IS 'ARN of the group. Computed by AWS.';
COMMENT ON COLUMN public.security_group.aws_managed IS 'Whether AWS made it with the VPC: true for the default one. Computed by AWS.';
COMMENT ON COLUMN public.security_group.tags IS 'Tags.';
COMMENT ON COLUMN public.security_group.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.security_group.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.security_group (
  LIKE public.security_group INCLUDING COMMENTS,
  PRIMARY KEY (group_id, region, account_id)
);

COMMENT ON TABLE cloud.security_group IS
  'A firewall for network interfaces, with its rules. As last seen in AWS; only IaSQL writes it.';
