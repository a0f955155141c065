package dev.iasql.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
  @Test
  void quotesWhateverTheNameContains() {
    assertThat(Identifiers.quote("a\"; DROP TABLE b; --")).isEqualTo("\"a\"\"; DROP TABLE b; --\"");
  }

  @Test
  void writesLiteralsSafeFromQuotesAndBackslashes() {
    assertThat(Identifiers.literal("it's")).isEqualTo("'it''s'");
    assertThat(Identifiers.literal("a\\'b")).isEqualTo(" E'a\\\\''b'");
  }

  @ParameterizedTest
  @CsvSource({
    "vpcId, vpc_id",
    "ipv6CidrBlock, ipv6_cidr_block",
    "enableDnsSupport, enable_dns_support",
    "VpcEndpoint, vpc_endpoint",
    "isDefault, is_default",
    "toPort, to_port"
  })
  void namesColumnsInSnakeCase(String camelCase, String snakeCase) {
    assertThat(Identifiers.snakeCase(camelCase)).isEqualTo(snakeCase);
  }

  @Test
  void plainNamesFitPostgres() {
    assertThat(Identifiers.isPlain("a".repeat(63))).isTrue();
    assertThat(Identifiers.isPlain("a".repeat(64))).isFalse();
    assertThat(Identifiers.isPlain("Vpc")).isFalse();
  }
}
