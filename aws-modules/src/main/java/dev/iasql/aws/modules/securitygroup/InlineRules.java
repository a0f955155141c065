package dev.iasql.aws.modules.securitygroup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/**
 * The rules of a group as EC2 lists them: those of one protocol and its ports in one permission.
 */
final class InlineRules {
  private final String accountId;
  private final List<InlineRule> rules = new ArrayList<>();

  /**
   * @param accountId whose groups are named by their id alone
   */
  private InlineRules(String accountId) {
    this.accountId = accountId;
  }

  static List<InlineRule> of(SecurityGroup group, String accountId) {
    InlineRules found = new InlineRules(accountId);
    group.ipPermissions().forEach(permission -> found.add(InlineRule.INGRESS, permission));
    group.ipPermissionsEgress().forEach(permission -> found.add(InlineRule.EGRESS, permission));
    return found.rules;
  }

  private void add(String direction, IpPermission permission) {
    add(
        direction,
        permission,
        permission.ipRanges().stream(),
        r -> r.cidrIp(),
        r -> r.description());
    add(
        direction,
        permission,
        permission.ipv6Ranges().stream(),
        r -> r.cidrIpv6(),
        r -> r.description());
    add(
        direction,
        permission,
        permission.prefixListIds().stream(),
        l -> l.prefixListId(),
        l -> l.description());
    add(
        direction,
        permission,
        permission.userIdGroupPairs().stream(),
        g ->
            g.userId() == null || g.userId().equals(accountId)
                ? g.groupId()
                : g.userId() + "/" + g.groupId(),
        g -> g.description());
  }

  private <T> void add(
      String direction,
      IpPermission permission,
      Stream<T> sources,
      Function<T, String> source,
      Function<T, String> description) {
    sources.forEach(
        each ->
            rules.add(
                new InlineRule(
                    direction,
                    permission.ipProtocol(),
                    permission.fromPort(),
                    permission.toPort(),
                    source.apply(each),
                    description.apply(each))));
  }
}
