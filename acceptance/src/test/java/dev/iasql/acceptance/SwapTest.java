package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One module in the place of its alternative and back: other tables over the same infrastructure.
 */
class SwapTest {
  private static final Pattern STATEMENT = Pattern.compile("SELECT \\* FROM iasql_swap\\([^)]*\\)");
  private static IasqlSystem system;
  private static AwsCalls aws;

  @BeforeAll
  static void start() throws SQLException {
    system = IasqlSystem.shared();
    aws = new AwsCalls(system);
    TenantDatabase builder = system.newTenant("swap_builder");
    builder.install("aws_security_group");
    builder.query("INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-swap', '10.83.0.0/16')");
    builder.query("INSERT INTO subnet (vpc_id, cidr_block) VALUES ('new-swap', '10.83.1.0/24')");
    builder.query(
        "INSERT INTO security_group (group_id, group_name, vpc_id) VALUES ('new-swap-web', 'swap-web', 'new-swap')");
    builder.query(
        """
        INSERT INTO security_group_rule (group_id, is_egress, ip_protocol, from_port, to_port, cidr_ipv4)
        VALUES ('new-swap-web', false, 'tcp', 80, 80, '0.0.0.0/0'), ('new-swap-web', false, 'tcp', 443, 443, '10.0.0.0/8')
        """);
    builder.query("SELECT * FROM iasql_commit()");
  }

  @Test
  void aConflictNamesBothAndTheStatementThatSwaps() throws SQLException {
    TenantDatabase tenant = system.newTenant("swap_conflict");
    tenant.install("aws_security_group");

    SqlFailure failure =
        SqlFailure.of(
            () -> tenant.query("SELECT * FROM iasql_install('aws_security_group_inline')"));

    assertThat(failure.sqlState()).isEqualTo("IA008");
    assertThat(failure.message()).contains("aws_security_group", "aws_security_group_inline");
    assertThat(failure.detail())
        .contains("the relation security_group", "the resource type AWS::EC2::SecurityGroup");
    Matcher statement = STATEMENT.matcher(failure.hint());
    assertThat(statement.find()).as(failure.hint()).isTrue();
    assertThat(statement.group())
        .isEqualTo("SELECT * FROM iasql_swap('aws_security_group', 'aws_security_group_inline')");
    tenant.query(statement.group());
    assertThat(installed(tenant))
        .contains("aws_security_group_inline")
        .doesNotContain("aws_security_group");
  }

  @Test
  void securityGroupsWithTheirRulesInlineAndBackAreTheSameRowForRow() throws SQLException {
    TenantDatabase tenant = system.newTenant("swap_groups");
    tenant.install("aws_security_group");
    Snapshot before = Snapshot.of(tenant, "security_group", "security_group_rule", "vpc", "subnet");
    List<Map<String, Object>> rules = rulesPerGroup(tenant);
    Map<String, Integer> writes = aws.writes();

    List<Map<String, Object>> there =
        swap(tenant, "aws_security_group", "aws_security_group_inline");

    assertThat(there)
        .extracting(
            row -> row.get("action"), row -> row.get("module_name"), row -> row.get("table_name"))
        .contains(
            tuple("removed", "aws_security_group", "security_group_rule"),
            tuple("removed", "aws_security_group", "security_group"),
            tuple("installed", "aws_security_group_inline", "security_group"));
    assertThat(there).allSatisfy(row -> assertThat(row.get("lost")).isNull());
    assertThat(
            tenant.query(
                """
                SELECT group_id, region, jsonb_array_length(rules)::bigint AS rules FROM security_group
                WHERE jsonb_array_length(rules) > 0 ORDER BY region, group_id
                """))
        .isEqualTo(rules);
    assertThat(
            tenant.value(
                """
                SELECT count(*) FROM security_group, jsonb_array_elements(rules) AS rule
                WHERE group_name = 'swap-web' AND rule ->> 'source' = '10.0.0.0/8' AND rule ->> 'from_port' = '443'
                """))
        .isEqualTo(1L);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();

    swap(tenant, "aws_security_group_inline", "aws_security_group");

    assertThat(Snapshot.of(tenant, "security_group", "security_group_rule", "vpc", "subnet"))
        .isEqualTo(before);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
    assertThat(aws.writes()).isEqualTo(writes);
  }

  @Test
  void networksMadeLeanAndBackKeepWhatDependsOnThem() throws SQLException {
    TenantDatabase tenant = system.newTenant("swap_networks");
    tenant.install("aws_security_group");
    Snapshot staying = Snapshot.of(tenant, "security_group", "security_group_rule");
    Snapshot shared = Snapshot.of(tenant, "vpc", "subnet", "internet_gateway");
    Snapshot only =
        Snapshot.of(tenant, "route_table", "route", "network_acl", "route_table_association");
    Map<String, Integer> writes = aws.writes();

    List<Map<String, Object>> there = swap(tenant, "aws_vpc", "aws_vpc_lean");

    assertThat(there)
        .extracting(row -> row.get("action"), row -> row.get("module_name"))
        .contains(
            tuple("removed", "aws_vpc"),
            tuple("installed", "aws_vpc_lean"),
            tuple("kept", "aws_security_group"));
    assertThat(tenant.value("SELECT to_regclass('route_table') IS NULL")).isEqualTo(true);
    assertThat(Snapshot.of(tenant, "security_group", "security_group_rule")).isEqualTo(staying);
    assertThat(Snapshot.of(tenant, "vpc", "subnet", "internet_gateway")).isEqualTo(shared);
    assertThat(
            SqlFailure.of(
                    () ->
                        tenant.query(
                            "INSERT INTO security_group (group_name, vpc_id) VALUES ('lost', 'vpc-nowhere')"))
                .sqlState())
        .as("the foreign key of the module that stayed holds on the new table")
        .isEqualTo("23503");
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();

    swap(tenant, "aws_vpc_lean", "aws_vpc");

    assertThat(Snapshot.of(tenant, "security_group", "security_group_rule")).isEqualTo(staying);
    assertThat(Snapshot.of(tenant, "vpc", "subnet", "internet_gateway")).isEqualTo(shared);
    assertThat(
            Snapshot.of(tenant, "route_table", "route", "network_acl", "route_table_association"))
        .isEqualTo(only);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
    assertThat(aws.writes()).isEqualTo(writes);
  }

  @Test
  void whatNeedsTheModuleItselfIsNamedAndKeepsIt() throws SQLException {
    TenantDatabase tenant = system.newTenant("swap_needed");
    tenant.install("aws_network_simple");

    SqlFailure failure = SqlFailure.of(() -> swap(tenant, "aws_vpc", "aws_vpc_lean"));

    assertThat(failure.message() + failure.detail() + failure.hint())
        .contains("aws_network_simple");
    assertThat(installed(tenant)).contains("aws_vpc", "aws_network_simple");
  }

  private static List<Map<String, Object>> rulesPerGroup(TenantDatabase tenant)
      throws SQLException {
    return tenant.query(
        "SELECT group_id, region, count(*) AS rules FROM security_group_rule GROUP BY 1, 2 ORDER BY region, group_id");
  }

  private static List<Map<String, Object>> swap(
      TenantDatabase tenant, String leaving, String arriving) throws SQLException {
    return tenant.query("SELECT * FROM iasql_swap(?, ?)", leaving, arriving);
  }

  private static List<Object> installed(TenantDatabase tenant) throws SQLException {
    return tenant.query("SELECT module_name FROM iasql_modules_installed()").stream()
        .map(row -> row.get("module_name"))
        .toList();
  }
}
