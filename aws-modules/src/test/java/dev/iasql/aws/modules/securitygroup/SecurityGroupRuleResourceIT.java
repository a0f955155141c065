package dev.iasql.aws.modules.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityGroupRuleResourceIT extends ManagedConformance<SecurityGroupRule> {
  private String group;

  @BeforeEach
  void makeGroup() {
    group = network.securityGroup("rules");
  }

  @Override
  protected ManagedResource<SecurityGroupRule> resource() {
    return new SecurityGroupRuleResource();
  }

  @Override
  protected String listAction() {
    return "DescribeSecurityGroupRules";
  }

  @Override
  protected SecurityGroupRule wanted(int number) {
    return rule("tcp", 8000 + number, 9000, "cidr_ipv4", "10.0.0.0/8");
  }

  private SecurityGroupRule rule(
      String protocol, Integer from, Integer to, String sourceColumn, String source) {
    SecurityGroupRule none =
        new SecurityGroupRule(
            "new-rule",
            group,
            false,
            protocol,
            from,
            to,
            null,
            null,
            null,
            null,
            null,
            null,
            "a test",
            null,
            null,
            null,
            null,
            new Tags(Map.of("Name", "rule")));
    return with(none, sourceColumn, source);
  }

  @Override
  protected Map<String, Object> changes(SecurityGroupRule created) {
    return Map.of(
        "ip_protocol", "udp",
        "from_port", 0,
        "to_port", 65535,
        "cidr_ipv4", "192.168.0.0/16",
        "description", "something else");
  }

  @Override
  protected Set<String> notEmulated() {
    // Instead of an IPv4 range, which is another kind of source: their own tests.
    return Set.of(
        "cidr_ipv6", "prefix_list_id", "referenced_group_id", "peer_group_id", "peer_user_id");
  }

  @Test
  void keepsPortZero() {
    SecurityGroupRule created = made(rule("tcp", 0, 0, "cidr_ipv4", "10.0.0.0/8"));

    assertThat(created.fromPort()).isZero();
    assertThat(created.toPort()).isZero();
    assertThat(listed(created)).isEqualTo(created);
  }

  @Test
  void hasNoPortsWhereTheProtocolHasNone() {
    SecurityGroupRule created = made(rule("-1", 0, 65535, "cidr_ipv4", "10.0.0.0/8"));

    assertThat(created.fromPort()).isNull();
    assertThat(created.toPort()).isNull();
    SecurityGroupRule described =
        resource().update(aws, created, with(created, "description", "another text"));
    assertThat(described.description()).isEqualTo("another text");
    assertThat(listed(described)).isEqualTo(described);
  }

  @Test
  void allowsIcmpByTypeAndCode() {
    SecurityGroupRule created = made(rule("icmp", 8, -1, "cidr_ipv4", "10.0.0.0/8"));

    assertThat(created.fromPort()).isEqualTo(8);
    assertThat(created.toPort()).isEqualTo(-1);
  }

  @Test
  void allowsTheGroupItself() {
    SecurityGroupRule created = made(rule("tcp", 22, 22, "referenced_group_id", group));

    assertThat(created.referencedGroupId()).isEqualTo(group);
    assertThat(created.peerGroupId()).isNull();
    assertThat(created.description()).isEqualTo("a test");
    assertThat(listed(created)).isEqualTo(created);
  }

  @Test
  void allowsIpv6() {
    SecurityGroupRule created = made(rule("tcp", 443, 443, "cidr_ipv6", "2001:db8::/32"));

    assertThat(created.cidrIpv6()).isEqualTo(new Cidr("2001:db8::/32"));
    assertThat(created.cidrIpv4()).isNull();
    SecurityGroupRule udp = resource().update(aws, created, with(created, "ip_protocol", "udp"));
    assertThat(udp.securityGroupRuleId()).isEqualTo(created.securityGroupRuleId());
  }

  @Test
  void isReplacedWithoutAGapWhenItsSourceBecomesAnotherKind() {
    SecurityGroupRule range = made(wanted(1));
    SecurityGroupRule to = with(with(range, "cidr_ipv4", null), "referenced_group_id", group);

    SecurityGroupRule toGroup = resource().update(aws, range, to);

    assertThat(toGroup.referencedGroupId()).isEqualTo(group);
    assertThat(toGroup.cidrIpv4()).isNull();
    assertThat(listed(range)).isNull();
    assertThat(listed(toGroup)).isEqualTo(toGroup);
  }

  @Test
  void letsTrafficOut() {
    SecurityGroupRule created = made(with(wanted(1), "is_egress", true));

    assertThat(created.isEgress()).isTrue();
    SecurityGroupRule changed = resource().update(aws, created, with(created, "to_port", 9001));
    assertThat(changed.toPort()).isEqualTo(9001);
    resource().delete(aws, changed);
    assertThat(listed(changed)).isNull();
  }

  @Test
  void takesOverARuleThatExists() {
    SecurityGroupRule existing = made(wanted(1));
    SecurityGroupRule same =
        with(with(wanted(1), "description", "mine"), "tags", Map.of("Name", "mine"));

    SecurityGroupRule taken = resource().create(emulated.here(), same);

    assertThat(taken.securityGroupRuleId()).isEqualTo(existing.securityGroupRuleId());
    assertThat(taken.description()).isEqualTo("mine");
    assertThat(taken.tags()).isEqualTo(new Tags(Map.of("Name", "mine")));
  }

  @Test
  void takesOverTheDefaultRuleForOutgoingTraffic() {
    SecurityGroupRule all =
        with(rule("-1", null, null, "cidr_ipv4", "0.0.0.0/0"), "is_egress", true);

    SecurityGroupRule taken = made(all);

    assertThat(all(aws))
        .filteredOn(rule -> rule.groupId().equals(group) && rule.cidrIpv4() != null)
        .containsExactly(taken);
  }

  @Test
  void takesOverTheRuleOfALostAnswer() {
    emulated.proxy().inject(AwsFault.loseAnswer("AuthorizeSecurityGroupIngress"));

    SecurityGroupRule created = made(wanted(1));

    assertThat(listed(created)).isEqualTo(created);
  }

  @Test
  void listsGroupsThatAllowEachOther() {
    String other = network.securityGroup("other");
    SecurityGroupRule there = made(rule("tcp", 22, 22, "referenced_group_id", other));
    SecurityGroupRule wantedBack =
        with(rule("tcp", 22, 22, "referenced_group_id", group), "group_id", other);
    SecurityGroupRule back = made(wantedBack);

    assertThat(all(aws)).contains(there, back);
  }
}
