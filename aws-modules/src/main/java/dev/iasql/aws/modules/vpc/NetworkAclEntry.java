package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;

@CloudTable(
    name = "network_acl_entry",
    type = "AWS::EC2::NetworkAclEntry",
    comment = "A rule of a network ACL. The first that fits, by number, decides.",
    checks = {
      "coalesce(aws_managed, false) OR rule_number BETWEEN 1 AND 32766",
      "num_nonnulls(cidr_block, ipv6_cidr_block) = 1",
      "protocol ~ '^(-1|[0-9]{1,3})$'",
      "protocol IN ('6', '17') OR num_nonnulls(port_range_from, port_range_to) = 0",
      "protocol IN ('1', '58') OR num_nonnulls(icmp_type, icmp_code) = 0",
      "port_range_from <= port_range_to"
    },
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO network_acl (network_acl_id, vpc_id) VALUES ('new-guard', 'new-main');
        INSERT INTO network_acl_entry
          (network_acl_id, egress, rule_number, rule_action, protocol, cidr_block, port_range_from, port_range_to)
        VALUES ('new-guard', false, 100, 'allow', '6', '0.0.0.0/0', 443, 443);
        """)
public record NetworkAclEntry(
    @Key @References(value = NetworkAcl.class, partOf = true) @Column("Network ACL it is in.")
        String networkAclId,
    @Key @Column("Whether it is for outgoing traffic.") boolean egress,
    @Key @Column("Number, 1 to 32766; lower ones come first.") int ruleNumber,
    @Required @Column("allow or deny.") String ruleAction,
    @Required @Column("Number of the IP protocol, such as 6 for TCP; -1 for all.") String protocol,
    @Column("IPv4 range at the other end.") Cidr cidrBlock,
    @Column("IPv6 range at the other end.") Cidr ipv6CidrBlock,
    @Column("First port, for TCP and UDP.") Integer portRangeFrom,
    @Column("Last port, for TCP and UDP.") Integer portRangeTo,
    @Column("ICMP type, -1 for all; for ICMP.") Integer icmpType,
    @Column("ICMP code, -1 for all; for ICMP.") Integer icmpCode,
    @AwsManaged @Column("Whether it is the last rule, which denies what no other allowed.")
        boolean awsManaged) {}
