package dev.iasql.aws.modules.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.spi.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityGroupRuleTest {

  @ParameterizedTest
  @CsvSource({
    "6, tcp",
    "TCP, tcp",
    "17, udp",
    "1, icmp",
    "58, icmpv6",
    "icmpv6, icmpv6",
    "all, -1",
    "50, 50"
  })
  void spellsProtocolsAsEc2Does(String given, String expected) {
    assertThat(rule(given, 80, 80, null).ipProtocol()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"6, 80", "udp, 80", "1, 80", "-1,", "all,", "50,"})
  void keepsPortsOnlyWhereTheProtocolHasThem(String protocol, Integer expected) {
    assertThat(rule(protocol, 80, 80, null).fromPort()).isEqualTo(expected);
    assertThat(rule(protocol, 80, 80, null).toPort()).isEqualTo(expected);
  }

  @Test
  void hasNoDescriptionIfItIsEmpty() {
    assertThat(rule("tcp", 80, 80, "").description()).isNull();
  }

  @Test
  void allowsTheSameWhateverItsDescription() {
    SecurityGroupRule rule = rule("tcp", 80, 80, "one");

    assertThat(rule.allowsSameAs(rule("6", 80, 80, "other"))).isTrue();
    assertThat(rule.allowsSameAs(rule("tcp", 80, 81, "one"))).isFalse();
  }

  private static SecurityGroupRule rule(
      String protocol, Integer from, Integer to, String description) {
    return new SecurityGroupRule(
        "new-rule",
        "sg-1",
        false,
        protocol,
        from,
        to,
        new Cidr("10.0.0.0/8"),
        null,
        null,
        null,
        null,
        null,
        description,
        null,
        null,
        null,
        null,
        null);
  }
}
