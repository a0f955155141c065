package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.modules.vpc.Ec2;
import dev.iasql.aws.modules.vpc.Ec2Tags;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;

/**
 * Rules of security groups. EC2 has one rule per traffic allowed: making one that exists takes over
 * the existing one, with the description and tags that are wanted.
 */
final class SecurityGroupRuleResource implements ManagedResource<SecurityGroupRule> {
  @Override
  public Class<SecurityGroupRule> record() {
    return SecurityGroupRule.class;
  }

  @Override
  public Stream<SecurityGroupRule> list(Aws aws) {
    return Ec2.client(aws)
        .describeSecurityGroupRulesPaginator(r -> r.maxResults(Ec2.PAGE))
        .securityGroupRules()
        .stream()
        .map(rule -> row(aws, rule));
  }

  @Override
  public SecurityGroupRule create(Aws aws, SecurityGroupRule wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = new SecurityGroupRuleCalls(ec2).authorize(wanted, () -> existing(aws, ec2, wanted));
    SecurityGroupRule made = ReadBack.found(() -> read(aws, ec2, id));
    boolean asWanted =
        Optional.ofNullable(wanted.description()).equals(Optional.ofNullable(made.description()))
            && wanted.tags().equals(made.tags());
    return asWanted ? made : change(aws, ec2, made, wanted);
  }

  @Override
  public SecurityGroupRule update(Aws aws, SecurityGroupRule from, SecurityGroupRule to) {
    Ec2Client ec2 = Ec2.client(aws);
    if (from.hasSameKindOfSource(to)) {
      return change(aws, ec2, from, to);
    }
    // The new one first, so that there is no moment without either.
    SecurityGroupRule made = create(aws, to);
    delete(aws, from);
    return made;
  }

  @Override
  public void delete(Aws aws, SecurityGroupRule rule) {
    Deletion.run(() -> new SecurityGroupRuleCalls(Ec2.client(aws)).revoke(rule));
  }

  private static SecurityGroupRule change(
      Aws aws, Ec2Client ec2, SecurityGroupRule from, SecurityGroupRule to) {
    String id = from.securityGroupRuleId();
    new SecurityGroupRuleCalls(ec2).modify(id, from, to);
    Ec2Tags.change(ec2, id, from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(aws, ec2, id));
  }

  private static Optional<String> existing(Aws aws, Ec2Client ec2, SecurityGroupRule wanted) {
    return ec2
        .describeSecurityGroupRulesPaginator(
            r -> r.maxResults(Ec2.PAGE).filters(Ec2.filter("group-id", wanted.groupId())))
        .securityGroupRules()
        .stream()
        .map(rule -> row(aws, rule))
        .filter(wanted::allowsSameAs)
        .map(SecurityGroupRule::securityGroupRuleId)
        .findFirst();
  }

  private static Optional<SecurityGroupRule> read(Aws aws, Ec2Client ec2, String id) {
    return ec2
        .describeSecurityGroupRules(r -> r.securityGroupRuleIds(id))
        .securityGroupRules()
        .stream()
        .findFirst()
        .map(rule -> row(aws, rule));
  }

  private static SecurityGroupRule row(
      Aws aws, software.amazon.awssdk.services.ec2.model.SecurityGroupRule rule) {
    Optional<ReferencedSecurityGroup> group = Optional.ofNullable(rule.referencedGroupInfo());
    // A foreign key can only point to a group of this account.
    Optional<ReferencedSecurityGroup> own =
        group.filter(g -> g.userId() == null || g.userId().equals(aws.accountId()));
    Optional<ReferencedSecurityGroup> peer = own.isPresent() ? Optional.empty() : group;
    return new SecurityGroupRule(
        rule.securityGroupRuleId(),
        rule.groupId(),
        Boolean.TRUE.equals(rule.isEgress()),
        rule.ipProtocol(),
        rule.fromPort(),
        rule.toPort(),
        Cidr.of(rule.cidrIpv4()),
        Cidr.of(rule.cidrIpv6()),
        rule.prefixListId(),
        own.map(ReferencedSecurityGroup::groupId).orElse(null),
        peer.map(ReferencedSecurityGroup::groupId).orElse(null),
        peer.map(ReferencedSecurityGroup::userId).orElse(null),
        rule.description(),
        group.map(ReferencedSecurityGroup::vpcPeeringConnectionId).orElse(null),
        group.map(ReferencedSecurityGroup::peeringStatus).orElse(null),
        rule.groupOwnerId(),
        rule.securityGroupRuleArn(),
        Ec2Tags.of(rule.tags()));
  }
}
