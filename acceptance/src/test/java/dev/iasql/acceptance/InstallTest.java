package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Finding, planning, installing and removing modules. */
class InstallTest {
  private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "eu-west-1");

  /** Three services with pools of four, the relay, this session and the one its calls use. */
  private static final long MOST_CONNECTIONS = 3 * 4 + 3;

  private static IasqlSystem system;
  private static TenantDatabase tenant;

  @BeforeAll
  static void installEverything() throws SQLException {
    system = IasqlSystem.shared();
    tenant = system.newTenant("install");
    tenant.install("aws_security_group");
  }

  @Test
  void theListShowsWhatModulesNeedAndManage() throws SQLException {
    Map<String, Object> vpc =
        tenant
            .query(
                "SELECT array_to_string(dependencies, ',') AS dependencies,"
                    + " 'AWS::EC2::VPC' = ANY (manages) AS manages_vpcs, installed, summary"
                    + " FROM iasql_modules_list() WHERE module_name = 'aws_vpc'")
            .getFirst();

    assertThat(vpc.get("dependencies").toString()).startsWith("aws_account");
    assertThat(vpc.get("manages_vpcs")).isEqualTo(true);
    assertThat(vpc.get("installed")).isEqualTo(true);
    assertThat(vpc.get("summary").toString()).isNotBlank();
  }

  @Test
  void thePlanSaysWhatWouldComeAlongAndWhy() throws SQLException {
    TenantDatabase empty = system.newTenant("plan");

    assertThat(
            empty.query(
                "SELECT \"order\", module_name, action, reason"
                    + " FROM iasql_install_plan('aws_security_group') ORDER BY 1"))
        .extracting(
            row -> row.get("order"), row -> row.get("module_name"), row -> row.get("reason"))
        .containsExactly(
            tuple(1, "aws_account", "needed by aws_security_group, aws_vpc"),
            tuple(2, "aws_vpc", "needed by aws_security_group"),
            tuple(3, "aws_security_group", "requested"));
    assertThat(empty.query("SELECT * FROM iasql_modules_installed()")).isEmpty();
  }

  @Test
  void installedModulesSayWhyTheyAreThere() throws SQLException {
    assertThat(tenant.query("SELECT module_name, reason FROM iasql_modules_installed()"))
        .extracting(row -> row.get("module_name"), row -> row.get("reason"))
        .contains(
            tuple("aws_vpc", "needed by aws_security_group"),
            tuple("aws_security_group", "requested"));
  }

  @Test
  void theRowsAreWhatAwsHasInEveryRegion() throws SQLException {
    for (String region : REGIONS) {
      try (Ec2Client ec2 = system.ec2(region)) {
        List<String> vpcs =
            ec2.describeVpcsPaginator().vpcs().stream().map(vpc -> vpc.vpcId()).toList();
        assertThat(
                tenant.query("SELECT vpc_id FROM vpc WHERE region = ?", region).stream()
                    .map(row -> (String) row.get("vpc_id")))
            .containsExactlyInAnyOrderElementsOf(vpcs);
        long rules =
            ec2
                .describeSecurityGroupRulesPaginator(r -> r.maxResults(1000))
                .securityGroupRules()
                .stream()
                .count();
        assertThat(
                tenant.value("SELECT count(*) FROM security_group_rule WHERE region = ?", region))
            .isEqualTo(rules);
      }
    }
    assertThat(tenant.query(TenantDatabase.ERRORS)).isEmpty();
  }

  @Test
  void wantedAndSeenAreTheSameAfterAnInstallation() throws SQLException {
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  void installingAgainReportsWhatIsThere() throws SQLException {
    List<Map<String, Object>> rows =
        tenant.query("SELECT * FROM iasql_install('aws_security_group')");

    assertThat(rows)
        .extracting(row -> row.get("table_name"))
        .contains("security_group", "security_group_rule");
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.get("reason")).isEqualTo("already installed"));
  }

  @Test
  void everyTableAndColumnSaysWhatItIs() throws SQLException {
    assertThat(
            tenant.query(
                """
                SELECT c.relname, a.attname
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('public', 'cloud')
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relkind = 'r' AND (col_description(c.oid, a.attnum) IS NULL
                  OR obj_description(c.oid) IS NULL)
                """))
        .isEmpty();
  }

  @Test
  void helpShowsEveryFunctionWithAnExample() throws SQLException {
    List<Map<String, Object>> rows = tenant.query("SELECT * FROM iasql_help()");

    assertThat(rows)
        .extracting(row -> row.get("name"))
        .contains(
            "iasql_modules_list",
            "iasql_modules_installed",
            "iasql_install_plan",
            "iasql_install",
            "iasql_uninstall",
            "iasql_refresh",
            "iasql_preview",
            "iasql_commit",
            "iasql_rollback",
            "iasql_requests",
            "iasql_get_errors",
            "iasql_help",
            "iasql_version");
    assertThat(rows).allSatisfy(row -> assertThat(row.get("description").toString()).isNotBlank());
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.get("example").toString()).startsWith("SELECT"));
  }

  @Test
  void uninstallingRemovesTheTablesAndNothingInAws() throws SQLException {
    TenantDatabase other = system.newTenant("uninstall");
    other.install("aws_vpc");
    try (Ec2Client ec2 = system.ec2("us-east-1")) {
      int before = ec2.describeVpcs().vpcs().size();

      List<Map<String, Object>> removed =
          other.query("SELECT * FROM iasql_uninstall('aws_vpc', 'aws_account')");

      assertThat(removed).extracting(row -> row.get("table_name")).contains("vpc", "aws_region");
      assertThat(other.query("SELECT * FROM iasql_modules_installed()")).isEmpty();
      assertThat(
              other.value(
                  "SELECT to_regclass('public.vpc') IS NULL AND to_regclass('cloud.vpc') IS NULL"))
          .isEqualTo(true);
      assertThat(ec2.describeVpcs().vpcs()).hasSize(before);
    }
  }

  @Test
  void connectionsStayFewAfterManyCalls() throws SQLException {
    String connections = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()";
    try (var connection = tenant.connect()) {
      call(connection, 1000);
      Object after = TenantDatabase.query(connection, connections).getFirst().get("count");

      assertThat((Long) after).isLessThanOrEqualTo(MOST_CONNECTIONS);
    }
  }

  private static void call(java.sql.Connection connection, int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      TenantDatabase.query(connection, "SELECT * FROM iasql_install('aws_account')");
    }
  }
}
