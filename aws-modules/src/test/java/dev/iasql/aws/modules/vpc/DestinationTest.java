package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

  @Test
  void tellsRangesAndPrefixListsApart() {
    assertThat(new Destination("0.0.0.0/0"))
        .extracting(Destination::ipv4, Destination::ipv6, Destination::prefixList)
        .containsExactly("0.0.0.0/0", null, null);
    assertThat(new Destination("::/0"))
        .extracting(Destination::ipv4, Destination::ipv6, Destination::prefixList)
        .containsExactly(null, "::/0", null);
    assertThat(new Destination("pl-63a5400a"))
        .extracting(Destination::ipv4, Destination::ipv6, Destination::prefixList)
        .containsExactly(null, null, "pl-63a5400a");
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8::/32, 2001:db8:0:0::/32, true",
    "2001:db8::/32, 2001:db8::/48, false",
    "10.0.0.0/8, 10.0.0.0/8, true",
    "10.0.0.0/8, ::/0, false",
    "pl-1, pl-1, true"
  })
  void comparesHoweverItIsSpelled(String one, String other, boolean same) {
    assertThat(new Destination(one).isSameAs(new Destination(other))).isEqualTo(same);
  }
}
