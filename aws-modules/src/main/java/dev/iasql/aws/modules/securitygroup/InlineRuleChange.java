package dev.iasql.aws.modules.securitygroup;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/**
 * What it takes to get from some rules of a group to others, with one call for all rules of a
 * direction.
 */
record InlineRuleChange(
    List<InlineRule> added, List<InlineRule> described, List<InlineRule> removed) {

  static InlineRuleChange between(List<InlineRule> from, List<InlineRule> to) {
    Map<InlineRule, InlineRule> before = byReach(from);
    Map<InlineRule, InlineRule> after = byReach(to);
    return new InlineRuleChange(
        after.values().stream().filter(rule -> !before.containsKey(rule.reach())).toList(),
        after.values().stream().filter(rule -> isNews(before.get(rule.reach()), rule)).toList(),
        before.values().stream().filter(rule -> !after.containsKey(rule.reach())).toList());
  }

  private static Map<InlineRule, InlineRule> byReach(List<InlineRule> rules) {
    return rules.stream().collect(toMap(InlineRule::reach, rule -> rule, (first, same) -> first));
  }

  private static boolean isNews(InlineRule before, InlineRule now) {
    return before != null && !Objects.equals(before.description(), now.description());
  }

  /** Makes new rules first, so that there is no moment without either. */
  void carryOut(Ec2Client ec2, String groupId) {
    add(ec2, groupId);
    List<IpPermission> in = permissions(described, false, groupId);
    if (!in.isEmpty()) {
      ec2.updateSecurityGroupRuleDescriptionsIngress(r -> r.groupId(groupId).ipPermissions(in));
    }
    List<IpPermission> out = permissions(described, true, groupId);
    if (!out.isEmpty()) {
      ec2.updateSecurityGroupRuleDescriptionsEgress(r -> r.groupId(groupId).ipPermissions(out));
    }
    remove(ec2, groupId);
  }

  private void add(Ec2Client ec2, String groupId) {
    List<IpPermission> in = permissions(added, false, groupId);
    if (!in.isEmpty()) {
      ec2.authorizeSecurityGroupIngress(r -> r.groupId(groupId).ipPermissions(in));
    }
    List<IpPermission> out = permissions(added, true, groupId);
    if (!out.isEmpty()) {
      ec2.authorizeSecurityGroupEgress(r -> r.groupId(groupId).ipPermissions(out));
    }
  }

  private void remove(Ec2Client ec2, String groupId) {
    List<IpPermission> in = permissions(removed, false, groupId);
    if (!in.isEmpty()) {
      ec2.revokeSecurityGroupIngress(r -> r.groupId(groupId).ipPermissions(in));
    }
    List<IpPermission> out = permissions(removed, true, groupId);
    if (!out.isEmpty()) {
      ec2.revokeSecurityGroupEgress(r -> r.groupId(groupId).ipPermissions(out));
    }
  }

  private static List<IpPermission> permissions(
      List<InlineRule> rules, boolean egress, String groupId) {
    return rules.stream()
        .filter(rule -> rule.isEgress() == egress)
        .sorted()
        .map(rule -> SecurityGroupRuleCalls.permission(rule.asRow(groupId)))
        .toList();
  }
}
