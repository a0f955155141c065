package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS would refuse is refused when it is written, and nothing else is. */
class NetworkChecksIT {
  private static final String GROUP =
      "INSERT INTO security_group (group_id, group_name, description, vpc_id) VALUES ('new-1', ";
  private static final String RULE =
      "INSERT INTO security_group_rule (group_id, ip_protocol, from_port, to_port, cidr_ipv4,"
          + " cidr_ipv6, referenced_group_id, description) VALUES ('new-g', ";
  private static final String ROUTE =
      "INSERT INTO route (route_table_id, destination, gateway_id, nat_gateway_id,"
          + " network_interface_id) VALUES ('new-t', ";
  private static final String ENTRY =
      "INSERT INTO network_acl_entry (network_acl_id, egress, rule_number, rule_action, protocol,"
          + " cidr_block, ipv6_cidr_block, port_range_from, port_range_to, icmp_type)"
          + " VALUES ('new-a', false, ";

  private static Connection user;

  @BeforeAll
  static void install() throws SQLException, IOException {
    TenantDatabase database = TenantDatabase.create("network_checks");
    for (ModuleBundle bundle : Installation.USUAL.bundles()) {
      database.install(bundle);
    }
    try (Connection engine = database.engine()) {
      new Sql(engine)
          .run(
              """
              INSERT INTO public.aws_account (account_id, is_default)
              VALUES ('123456789012', true);
              INSERT INTO public.aws_region (region, account_id, is_enabled, is_default)
              VALUES ('us-east-1', '123456789012', true, true);
              """);
    }
    user = database.user();
    new Sql(user)
        .run(
            """
            INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-v', '10.0.0.0/16');
            INSERT INTO security_group (group_id, group_name, vpc_id) VALUES ('new-g', 'g', 'new-v');
            INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-t', 'new-v');
            INSERT INTO internet_gateway (internet_gateway_id) VALUES ('new-i');
            INSERT INTO nat_gateway (nat_gateway_id, vpc_id) VALUES ('new-n', 'new-v');
            INSERT INTO network_acl (network_acl_id, vpc_id) VALUES ('new-a', 'new-v');
            """);
    user.setAutoCommit(false);
  }

  @AfterAll
  static void close() throws SQLException {
    user.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO vpc (cidr_block) VALUES ('10.0.0.0/8')",
        "INSERT INTO vpc (cidr_block) VALUES ('10.0.0.0/29')",
        "INSERT INTO subnet (vpc_id, cidr_block) VALUES ('new-v', '10.0.0.0/30')",
        GROUP + "'sg-web', 'x', 'new-v')",
        GROUP + "'web', '', 'new-v')",
        GROUP + "'web', 'naïve', 'new-v')",
        GROUP + "'web', repeat('x', 256), 'new-v')",
        GROUP + "repeat('x', 256), 'x', 'new-v')",
        RULE + "'tcp', 80, 80, NULL, NULL, NULL, NULL)",
        RULE + "'tcp', 80, 80, '10.0.0.0/8', '::/0', NULL, NULL)",
        RULE + "'tcp', 80, 80, '10.0.0.0/8', NULL, 'new-g', NULL)",
        RULE + "'tcp', NULL, NULL, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'tcp', 80, NULL, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'6', 90, 80, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'UDP', 0, 65536, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'tcp', -1, 80, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'icmp', 256, 0, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'-1', 80, 80, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'tcp', 80, 80, '10.0.0.0/8', NULL, NULL, 'a \"quote\"')",
        ROUTE + "'10.1.0.0/16', NULL, NULL, NULL)",
        ROUTE + "'10.1.0.0/16', 'new-i', 'new-n', NULL)",
        ENTRY + "32767, 'deny', '-1', '10.0.0.0/8', NULL, NULL, NULL, NULL)",
        ENTRY + "0, 'deny', '-1', '10.0.0.0/8', NULL, NULL, NULL, NULL)",
        ENTRY + "1, 'deny', '-1', NULL, NULL, NULL, NULL, NULL)",
        ENTRY + "1, 'deny', '-1', '10.0.0.0/8', '::/0', NULL, NULL, NULL)",
        ENTRY + "1, 'deny', 'tcp', '10.0.0.0/8', NULL, NULL, NULL, NULL)",
        ENTRY + "1, 'deny', '-1', '10.0.0.0/8', NULL, 80, 80, NULL)",
        ENTRY + "1, 'deny', '6', '10.0.0.0/8', NULL, 81, 80, NULL)",
        ENTRY + "1, 'deny', '6', '10.0.0.0/8', NULL, 80, 80, 8)",
        "INSERT INTO nat_gateway (vpc_id, connectivity_type, allocation_id)"
            + " VALUES ('new-v', 'private', 'new-e')",
        "INSERT INTO dhcp_options (dhcp_configurations) VALUES ('[1]')"
      })
  void refusesWhatAwsWouldRefuse(String statement) throws SQLException {
    assertThat(new Sql(user).refusal(statement).getSQLState()).isEqualTo("23514");
    user.rollback();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1/16", "everywhere", "2001:db8::1/32"})
  void refusesADestinationThatIsNoRange(String destination) throws SQLException {
    String statement = ROUTE + "'%s', 'new-i', NULL, NULL)".formatted(destination);

    assertThat(new Sql(user).refusal(statement).getMessage()).contains(destination);
    user.rollback();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROUP + "'web', ']a-Z 0._:/()#,@[+=&;{}!$*-', 'new-v')",
        RULE + "'tcp', 0, 0, '10.0.0.0/8', NULL, NULL, NULL)",
        RULE + "'TCP', 0, 65535, NULL, '::/0', NULL, 'all of it')",
        RULE + "'icmpv6', -1, -1, NULL, '::/0', NULL, NULL)",
        RULE + "'-1', NULL, NULL, NULL, NULL, 'new-g', NULL)",
        RULE + "'50', NULL, NULL, '10.0.0.0/8', NULL, NULL, NULL)",
        ROUTE + "'0.0.0.0/0', 'new-i', NULL, NULL)",
        ROUTE + "'2001:DB8::/32', NULL, 'new-n', NULL)",
        ROUTE + "'pl-63a5400a', NULL, NULL, 'eni-1')",
        ENTRY + "32766, 'allow', '58', NULL, '::/0', NULL, NULL, -1)",
        ENTRY + "1, 'allow', '17', '10.0.0.0/8', NULL, 0, 0, NULL)"
      })
  void takesWhatAwsTakes(String statement) throws SQLException {
    assertThatNoException().isThrownBy(() -> new Sql(user).run(statement));
    user.rollback();
  }
}
