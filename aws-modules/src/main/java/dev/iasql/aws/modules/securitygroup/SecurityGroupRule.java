package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.FormerName;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Tags;
import java.util.Objects;

@CloudTable(
    name = "security_group_rule",
    type = {"AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"},
    comment = "Traffic a security group lets in or out.",
    checks = {
      "num_nonnulls(cidr_ipv4, cidr_ipv6, prefix_list_id, referenced_group_id, peer_group_id) = 1",
      "lower(ip_protocol) NOT IN ('tcp', '6', 'udp', '17') OR coalesce("
          + "from_port BETWEEN 0 AND to_port AND to_port <= 65535, false)",
      "lower(ip_protocol) NOT IN ('icmp', '1', 'icmpv6', '58') OR coalesce("
          + "from_port BETWEEN -1 AND 255 AND to_port BETWEEN -1 AND 255, false)",
      "lower(ip_protocol) IN ('tcp', '6', 'udp', '17', 'icmp', '1', 'icmpv6', '58')"
          + " OR num_nonnulls(from_port, to_port) = 0",
      "peer_group_id IS NOT NULL OR peer_user_id IS NULL",
      "length(description) <= 255 AND description ~ '" + SecurityGroup.CHARACTERS + "'"
    },
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO security_group (group_id, group_name, vpc_id)
        VALUES ('new-web', 'web', 'new-main'), ('new-app', 'app', 'new-main');
        INSERT INTO security_group_rule (group_id, ip_protocol, from_port, to_port, cidr_ipv4)
        VALUES ('new-web', 'tcp', 443, 443, '0.0.0.0/0');
        INSERT INTO security_group_rule (group_id, ip_protocol, from_port, to_port, referenced_group_id)
        VALUES ('new-app', 'tcp', 8080, 8080, 'new-web');
        """)
public record SecurityGroupRule(
    @AssignedId
        @Column("Id of the rule; AWS gives a new one when its source becomes one of another kind.")
        String securityGroupRuleId,
    @Required
        @Immutable
        @References(value = SecurityGroup.class, partOf = true)
        @Column("Group it belongs to.")
        String groupId,
    @Immutable @Column("Whether it is for outgoing traffic.") boolean isEgress,
    @Required @Column("Protocol: tcp, udp, icmp, icmpv6, the number of another one, or -1 for all.")
        String ipProtocol,
    @Column("First port, or the ICMP type; -1 for all types. NULL for other protocols.")
        Integer fromPort,
    @Column("Last port, or the ICMP code; -1 for all codes. NULL for other protocols.")
        Integer toPort,
    @Column("IPv4 range at the other end.") Cidr cidrIpv4,
    @Column("IPv6 range at the other end.") Cidr cidrIpv6,
    @Column("Prefix list at the other end.") String prefixListId,
    @References(SecurityGroup.class) @Column("Security group at the other end.")
        String referencedGroupId,
    @Column("Security group of another account at the other end.") String peerGroupId,
    @FormerName(value = "peer_owner_id", until = "1.1.0")
        @Column("Account of the security group of another account.")
        String peerUserId,
    @Label @Column("What the rule is for.") String description,
    @Computed @Column("VPC peering connection to the group at the other end.")
        String vpcPeeringConnectionId,
    @Computed @Column("State of the VPC peering connection.") String peeringStatus,
    @Computed @Column("Account that owns the group.") String groupOwnerId,
    @Computed @Column("ARN of the rule.") String securityGroupRuleArn,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  /** In EC2's spelling; it says -1 or nothing where a protocol has no ports. */
  public SecurityGroupRule {
    ipProtocol = IpProtocol.spelled(ipProtocol);
    boolean ports = IpProtocol.hasPorts(ipProtocol);
    fromPort = ports ? fromPort : null;
    toPort = ports ? toPort : null;
    description = description == null || description.isEmpty() ? null : description;
    tags = tags == null ? Tags.NONE : tags;
  }

  /** Whether it allows the same traffic, so that EC2 would not have both. */
  boolean allowsSameAs(SecurityGroupRule other) {
    return groupId.equals(other.groupId) && isEgress == other.isEgress && hasSameReach(other);
  }

  /** Whether protocol, ports and source are the same. */
  boolean hasSameReach(SecurityGroupRule other) {
    return Objects.equals(ipProtocol, other.ipProtocol)
        && Objects.equals(fromPort, other.fromPort)
        && Objects.equals(toPort, other.toPort)
        && Objects.equals(cidrIpv4, other.cidrIpv4)
        && Objects.equals(cidrIpv6, other.cidrIpv6)
        && Objects.equals(prefixListId, other.prefixListId)
        && Objects.equals(referencedGroupId, other.referencedGroupId)
        && Objects.equals(peerGroupId, other.peerGroupId);
  }

  /** Whether the source is of the same kind; EC2 cannot turn one kind into another. */
  boolean hasSameKindOfSource(SecurityGroupRule other) {
    return (cidrIpv4 == null) == (other.cidrIpv4 == null)
        && (cidrIpv6 == null) == (other.cidrIpv6 == null)
        && (prefixListId == null) == (other.prefixListId == null);
  }
}
