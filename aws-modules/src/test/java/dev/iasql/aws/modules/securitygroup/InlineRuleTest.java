package dev.iasql.aws.modules.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.core.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlineRuleTest {
  @Test
  void isAnObjectWithoutWhatItDoesNotHave() throws JsonProcessingException {
    assertThat(Json.MAPPER.writeValueAsString(from("-1", "10.0.0.0/8")))
        .isEqualTo("{\"direction\":\"ingress\",\"protocol\":\"-1\",\"source\":\"10.0.0.0/8\"}");
  }

  @Test
  void theSourceSaysOfWhatKindItIs() {
    assertThat(from("tcp", "10.0.0.0/8").asRow("sg-1").cidrIpv4())
        .isEqualTo(new Cidr("10.0.0.0/8"));
    assertThat(from("tcp", "2001:DB8::/32").asRow("sg-1").cidrIpv6())
        .isEqualTo(new Cidr("2001:db8::/32"));
    assertThat(from("tcp", "pl-1").asRow("sg-1").prefixListId()).isEqualTo("pl-1");
    assertThat(from("tcp", "sg-2").asRow("sg-1").referencedGroupId()).isEqualTo("sg-2");
    SecurityGroupRule peer = from("tcp", "111122223333/sg-3").asRow("sg-1");
    assertThat(peer.peerGroupId()).isEqualTo("sg-3");
    assertThat(peer.peerUserId()).isEqualTo("111122223333");
    assertThat(peer.cidrIpv4()).isNull();
  }

  @Test
  void onlyWhatDiffersIsChanged() {
    InlineRule same = from("tcp", "10.0.0.0/8");
    InlineRule old = from("udp", "10.0.0.0/8");
    InlineRule text = new InlineRule("ingress", "udp", 1, 2, "10.1.0.0/16", "old");
    InlineRule news = new InlineRule("ingress", "udp", 1, 2, "10.1.0.0/16", "new");
    InlineRule added = new InlineRule("egress", "tcp", 1, 2, "10.0.0.0/8", null);

    assertThat(InlineRuleChange.between(List.of(same, old, text), List.of(added, news, same)))
        .isEqualTo(new InlineRuleChange(List.of(added), List.of(news), List.of(old)));
  }

  private static InlineRule from(String protocol, String source) {
    return new InlineRule("ingress", protocol, 1, 2, source, null);
  }
}
