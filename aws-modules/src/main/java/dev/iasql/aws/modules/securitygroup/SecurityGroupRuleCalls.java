package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.client.AwsFaults;
import dev.iasql.aws.modules.vpc.Ec2Tags;
import dev.iasql.aws.spi.Cidr;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The EC2 calls that write rules; most exist twice, for incoming and for outgoing traffic. */
record SecurityGroupRuleCalls(Ec2Client ec2) {
  /** What EC2 takes as a port where a protocol has none. */
  private static final int NO_PORT = -1;

  /**
   * Makes a rule.
   *
   * @param existing finds the rule if EC2 has it already
   * @return its id
   */
  String authorize(SecurityGroupRule rule, Supplier<Optional<String>> existing) {
    try {
      return authorize(rule);
    } catch (Ec2Exception e) {
      if (AwsFaults.isDuplicate(e)) {
        return existing.get().orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private String authorize(SecurityGroupRule rule) {
    List<TagSpecification> tags = Ec2Tags.at(ResourceType.SECURITY_GROUP_RULE, rule.tags());
    var made =
        rule.isEgress()
            ? ec2.authorizeSecurityGroupEgress(
                    r ->
                        r.groupId(rule.groupId())
                            .ipPermissions(permission(rule))
                            .tagSpecifications(tags))
                .securityGroupRules()
            : ec2.authorizeSecurityGroupIngress(
                    r ->
                        r.groupId(rule.groupId())
                            .ipPermissions(permission(rule))
                            .tagSpecifications(tags))
                .securityGroupRules();
    return made.getFirst().securityGroupRuleId();
  }

  void revoke(SecurityGroupRule rule) {
    String id = rule.securityGroupRuleId();
    if (rule.isEgress()) {
      ec2.revokeSecurityGroupEgress(r -> r.groupId(rule.groupId()).securityGroupRuleIds(id));
    } else {
      ec2.revokeSecurityGroupIngress(r -> r.groupId(rule.groupId()).securityGroupRuleIds(id));
    }
  }

  /** Changes what a rule allows or its description; the kind of source stays. */
  void modify(String id, SecurityGroupRule from, SecurityGroupRule to) {
    boolean described = Objects.equals(from.description(), to.description());
    boolean removed = to.description() == null && !described;
    if (!from.hasSameReach(to) || !(described || removed)) {
      ec2.modifySecurityGroupRules(
          r ->
              r.groupId(from.groupId())
                  .securityGroupRules(u -> u.securityGroupRuleId(id).securityGroupRule(spec(to))));
    }
    if (removed) {
      describe(to);
    }
  }

  /** Sets the description to that of the rule; the only call that can also take it away. */
  private void describe(SecurityGroupRule rule) {
    if (rule.isEgress()) {
      ec2.updateSecurityGroupRuleDescriptionsEgress(
          r -> r.groupId(rule.groupId()).ipPermissions(permission(rule)));
    } else {
      ec2.updateSecurityGroupRuleDescriptionsIngress(
          r -> r.groupId(rule.groupId()).ipPermissions(permission(rule)));
    }
  }

  private static SecurityGroupRuleRequest spec(SecurityGroupRule rule) {
    return SecurityGroupRuleRequest.builder()
        .ipProtocol(rule.ipProtocol())
        .fromPort(port(rule.fromPort()))
        .toPort(port(rule.toPort()))
        .cidrIpv4(text(rule.cidrIpv4()))
        .cidrIpv6(text(rule.cidrIpv6()))
        .prefixListId(rule.prefixListId())
        .referencedGroupId(
            rule.peerGroupId() == null ? rule.referencedGroupId() : rule.peerGroupId())
        .description(rule.description())
        .build();
  }

  static IpPermission permission(SecurityGroupRule rule) {
    String text = rule.description();
    IpPermission.Builder permission =
        IpPermission.builder()
            .ipProtocol(rule.ipProtocol())
            .fromPort(port(rule.fromPort()))
            .toPort(port(rule.toPort()));
    if (rule.cidrIpv4() != null) {
      permission.ipRanges(s -> s.cidrIp(rule.cidrIpv4().value()).description(text));
    } else if (rule.cidrIpv6() != null) {
      permission.ipv6Ranges(s -> s.cidrIpv6(rule.cidrIpv6().value()).description(text));
    } else if (rule.prefixListId() != null) {
      permission.prefixListIds(s -> s.prefixListId(rule.prefixListId()).description(text));
    } else if (rule.referencedGroupId() != null) {
      permission.userIdGroupPairs(s -> s.groupId(rule.referencedGroupId()).description(text));
    } else {
      permission.userIdGroupPairs(
          s -> s.groupId(rule.peerGroupId()).userId(rule.peerUserId()).description(text));
    }
    return permission.build();
  }

  private static Integer port(Integer port) {
    return port == null ? NO_PORT : port;
  }

  private static String text(Cidr range) {
    return range == null ? null : range.value();
  }
}
