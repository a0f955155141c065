-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

-- security_group: A firewall for network interfaces; its rules are in security_group_rule.

CREATE TABLE public.security_group (
  group_id           text DEFAULT iasql.placeholder('security-group'),
  group_name         text,
  description        text DEFAULT 'Managed with IaSQL',
  vpc_id             text,
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
  CONSTRAINT security_group_check_4 CHECK ((description ~ '^[]a-zA-Z0-9 ._:/()#,@[+=&;{}!$*-]*$') OR iasql.by_engine())
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
  'A firewall for network interfaces; its rules are in security_group_rule.';
COMMENT ON COLUMN public.security_group.group_id IS 'Id of the group. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.security_group.group_name IS 'Name, unique in the VPC. Changing it replaces the resource.';
COMMENT ON COLUMN public.security_group.description IS 'What the group is for; AWS demands a text. Changing it replaces the resource.';
COMMENT ON COLUMN public.security_group.vpc_id IS 'VPC it belongs to; the default VPC if NULL. Changing it replaces the resource.';
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
  'A firewall for network interfaces; its rules are in security_group_rule. As last seen in AWS; only IaSQL writes it.';

-- security_group_rule: Traffic a security group lets in or out.

CREATE TABLE public.security_group_rule (
  security_group_rule_id    text DEFAULT iasql.placeholder('security-group-rule'),
  group_id                  text,
  is_egress                 boolean NOT NULL DEFAULT false,
  ip_protocol               text,
  from_port                 integer,
  to_port                   integer,
  cidr_ipv4                 cidr,
  cidr_ipv6                 cidr,
  prefix_list_id            text,
  referenced_group_id       text,
  peer_group_id             text,
  peer_user_id              text,
  description               text,
  vpc_peering_connection_id text,
  peering_status            text,
  group_owner_id            text,
  security_group_rule_arn   text,
  tags                      jsonb DEFAULT '{}',
  region                    text DEFAULT public.iasql_default_region(),
  account_id                text DEFAULT public.iasql_default_account(),
  CONSTRAINT security_group_rule_pkey PRIMARY KEY (security_group_rule_id, region, account_id),
  CONSTRAINT security_group_rule_region_fkey
    FOREIGN KEY (region, account_id) REFERENCES public.aws_region (region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT security_group_rule_group_id_fkey
    FOREIGN KEY (group_id, region, account_id) REFERENCES public.security_group (group_id, region, account_id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT security_group_rule_referenced_group_id_fkey
    FOREIGN KEY (referenced_group_id, region, account_id) REFERENCES public.security_group (group_id, region, account_id)
    ON UPDATE CASCADE,
  CONSTRAINT security_group_rule_check_1 CHECK ((num_nonnulls(cidr_ipv4, cidr_ipv6, prefix_list_id, referenced_group_id, peer_group_id) = 1) OR iasql.by_engine()),
  CONSTRAINT security_group_rule_check_2 CHECK ((lower(ip_protocol) NOT IN ('tcp', '6', 'udp', '17') OR coalesce(from_port BETWEEN 0 AND to_port AND to_port <= 65535, false)) OR iasql.by_engine()),
  CONSTRAINT security_group_rule_check_3 CHECK ((lower(ip_protocol) NOT IN ('icmp', '1', 'icmpv6', '58') OR coalesce(from_port BETWEEN -1 AND 255 AND to_port BETWEEN -1 AND 255, false)) OR iasql.by_engine()),
  CONSTRAINT security_group_rule_check_4 CHECK ((lower(ip_protocol) IN ('tcp', '6', 'udp', '17', 'icmp', '1', 'icmpv6', '58') OR num_nonnulls(from_port, to_port) = 0) OR iasql.by_engine()),
  CONSTRAINT security_group_rule_check_5 CHECK ((peer_group_id IS NOT NULL OR peer_user_id IS NULL) OR iasql.by_engine()),
  CONSTRAINT security_group_rule_check_6 CHECK ((length(description) <= 255 AND description ~ '^[]a-zA-Z0-9 ._:/()#,@[+=&;{}!$*-]*$') OR iasql.by_engine())
);

CREATE INDEX security_group_rule_group_id_idx ON public.security_group_rule (group_id);
CREATE INDEX security_group_rule_referenced_group_id_idx ON public.security_group_rule (referenced_group_id);

CREATE TRIGGER security_group_rule_computed
  BEFORE UPDATE ON public.security_group_rule FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.vpc_peering_connection_id IS DISTINCT FROM NEW.vpc_peering_connection_id
    OR OLD.peering_status IS DISTINCT FROM NEW.peering_status
    OR OLD.group_owner_id IS DISTINCT FROM NEW.group_owner_id
    OR OLD.security_group_rule_arn IS DISTINCT FROM NEW.security_group_rule_arn
    OR (OLD.security_group_rule_id NOT LIKE 'new-%' AND OLD.security_group_rule_id IS DISTINCT FROM NEW.security_group_rule_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('vpc_peering_connection_id', 'peering_status', 'group_owner_id', 'security_group_rule_arn', 'security_group_rule_id');

COMMENT ON TABLE public.security_group_rule IS
  'Traffic a security group lets in or out.';
COMMENT ON COLUMN public.security_group_rule.security_group_rule_id IS 'Id of the rule; AWS gives a new one when its source becomes one of another kind. Assigned by AWS; a value that begins with new- stands for it until commit.';
COMMENT ON COLUMN public.security_group_rule.group_id IS 'Group it belongs to. Changing it replaces the resource.';
COMMENT ON COLUMN public.security_group_rule.is_egress IS 'Whether it is for outgoing traffic. Changing it replaces the resource.';
COMMENT ON COLUMN public.security_group_rule.ip_protocol IS 'Protocol: tcp, udp, icmp, icmpv6, the number of another one, or -1 for all.';
COMMENT ON COLUMN public.security_group_rule.from_port IS 'First port, or the ICMP type; -1 for all types. NULL for other protocols.';
COMMENT ON COLUMN public.security_group_rule.to_port IS 'Last port, or the ICMP code; -1 for all codes. NULL for other protocols.';
COMMENT ON COLUMN public.security_group_rule.cidr_ipv4 IS 'IPv4 range at the other end.';
COMMENT ON COLUMN public.security_group_rule.cidr_ipv6 IS 'IPv6 range at the other end.';
COMMENT ON COLUMN public.security_group_rule.prefix_list_id IS 'Prefix list at the other end.';
COMMENT ON COLUMN public.security_group_rule.referenced_group_id IS 'Security group at the other end.';
COMMENT ON COLUMN public.security_group_rule.peer_group_id IS 'Security group of another account at the other end.';
COMMENT ON COLUMN public.security_group_rule.peer_user_id IS 'Account of the security group of another account.';
COMMENT ON COLUMN public.security_group_rule.description IS 'What the rule is for.';
COMMENT ON COLUMN public.security_group_rule.vpc_peering_connection_id IS 'VPC peering connection to the group at the other end. Computed by AWS.';
COMMENT ON COLUMN public.security_group_rule.peering_status IS 'State of the VPC peering connection. Computed by AWS.';
COMMENT ON COLUMN public.security_group_rule.group_owner_id IS 'Account that owns the group. Computed by AWS.';
COMMENT ON COLUMN public.security_group_rule.security_group_rule_arn IS 'ARN of the rule. Computed by AWS.';
COMMENT ON COLUMN public.security_group_rule.tags IS 'Tags.';
COMMENT ON COLUMN public.security_group_rule.region IS 'Region the row belongs to.';
COMMENT ON COLUMN public.security_group_rule.account_id IS 'Account the row belongs to.';

CREATE TABLE cloud.security_group_rule (
  LIKE public.security_group_rule INCLUDING COMMENTS,
  PRIMARY KEY (security_group_rule_id, region, account_id)
);

COMMENT ON TABLE cloud.security_group_rule IS
  'Traffic a security group lets in or out. As last seen in AWS; only IaSQL writes it.';
