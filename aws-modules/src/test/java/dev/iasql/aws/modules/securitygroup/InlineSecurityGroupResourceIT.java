package dev.iasql.aws.modules.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InlineSecurityGroupResourceIT extends ManagedConformance<InlineSecurityGroup> {
  private static final InlineRule ALL_OUT = rule("egress", "-1", null, null, "0.0.0.0/0", null);
  private static final InlineRule WEB = rule("ingress", "tcp", 443, 443, "10.0.0.0/8", "the web");

  @Override
  protected ManagedResource<InlineSecurityGroup> resource() {
    return new InlineSecurityGroupResource();
  }

  @Override
  protected String listAction() {
    return "DescribeSecurityGroups";
  }

  @Override
  protected InlineSecurityGroup wanted(int number) {
    return group("group-" + number, List.of(WEB, ALL_OUT));
  }

  private InlineSecurityGroup group(String name, List<InlineRule> rules) {
    return new InlineSecurityGroup(
        "new-group",
        name,
        "for tests",
        network.vpc(),
        rules,
        null,
        null,
        false,
        new Tags(Map.of("Name", name)));
  }

  private static InlineRule rule(
      String direction, String protocol, Integer from, Integer to, String source, String text) {
    return new InlineRule(direction, protocol, from, to, source, text);
  }

  @Override
  protected Map<String, Object> changes(InlineSecurityGroup created) {
    return Map.of(
        "rules",
        List.of(
            rule("ingress", "tcp", 443, 443, "10.0.0.0/8", "another text"),
            rule("ingress", "tcp", 80, 80, "2001:db8::/32", null),
            rule("ingress", "icmp", 8, -1, "10.0.0.0/8", null),
            rule("egress", "udp", 53, 53, created.groupId(), "the group itself")));
  }

  @Test
  void leavesWhatAwsMakesIfNoRulesAreGiven() {
    InlineSecurityGroup created = made(group("plain", null));

    assertThat(created.rules()).contains(ALL_OUT);
    assertThat(created.rules()).allMatch(InlineRule::isEgress);
    assertThat(emulated.proxy().calls("AuthorizeSecurityGroupIngress")).isZero();
  }

  @Test
  void takesAwayTheRuleAwsMakesIfItIsNotAmongThoseGiven() {
    assertThat(made(group("closed", List.of())).rules()).isEmpty();
  }

  @Test
  void canAllowItselfBeforeItHasAnId() {
    InlineSecurityGroup created =
        made(group("cluster", List.of(rule("ingress", "-1", null, null, "new-group", "us"))));

    assertThat(created.rules())
        .containsExactly(rule("ingress", "-1", null, null, created.groupId(), "us"));
  }

  @Test
  void changesManyRulesWithOneCallForEachKindOfChange() {
    List<InlineRule> many = new ArrayList<>();
    List<InlineRule> others = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      many.add(rule("ingress", "tcp", i, i, "10.0.0.0/8", null));
      others.add(rule("ingress", "tcp", 100 + i, 100 + i, "10.0.0.0/8", null));
    }
    InlineSecurityGroup created = made(group("many", many));
    int authorized = emulated.proxy().calls("AuthorizeSecurityGroupIngress");

    InlineSecurityGroup changed =
        resource().update(emulated.here(), created, with(created, "rules", others));

    assertThat(changed.rules()).containsExactlyElementsOf(others.stream().sorted().toList());
    assertThat(emulated.proxy().calls("AuthorizeSecurityGroupIngress") - authorized).isOne();
    assertThat(emulated.proxy().calls("RevokeSecurityGroupIngress")).isOne();
  }

  @Test
  void anotherOrderAndSpellingIsTheSame() {
    InlineSecurityGroup created =
        made(group("spelling", List.of(ALL_OUT, rule("ingress", "6", 1, 2, "10.0.0.0/8", ""))));

    assertThat(created.rules())
        .containsExactly(ALL_OUT, rule("ingress", "tcp", 1, 2, "10.0.0.0/8", null));
    List<InlineRule> again =
        List.of(
            rule("ingress", "TCP", 1, 2, "10.0.0.0/8", null),
            rule("egress", "all", 0, 65535, "0.0.0.0/0", null));
    assertThat(with(created, "rules", again)).isEqualTo(created);
  }

  @Test
  void carriesOnWhereAnAnswerGotLost() {
    InlineSecurityGroup created = made(wanted(1));
    emulated.proxy().inject(AwsFault.loseAnswer("AuthorizeSecurityGroupIngress"));
    List<InlineRule> more = List.of(WEB, ALL_OUT, rule("ingress", "tcp", 1, 1, "10.0.0.0/8", null));

    InlineSecurityGroup changed =
        resource().update(emulated.here(), created, with(created, "rules", more));

    assertThat(changed.rules()).containsExactlyElementsOf(more.stream().sorted().toList());
  }

  @Test
  void leavesNoGroupBehindWhoseRulesAreRefused() {
    InlineSecurityGroup wanted =
        group("refused", List.of(rule("ingress", "tcp", 1, 1, "sg-0123456789abcdef0", null)));

    assertThatThrownBy(() -> resource().create(emulated.here(), wanted))
        .hasMessageContaining("sg-0123456789abcdef0");
    assertThat(all(aws)).extracting(InlineSecurityGroup::groupName).doesNotContain("refused");
  }

  @Test
  void takesOverTheGroupOfALostAnswer() {
    emulated.proxy().inject(AwsFault.loseAnswer("CreateSecurityGroup"));

    InlineSecurityGroup created = made(wanted(1));

    assertThat(listed(created)).isEqualTo(created);
  }
}
