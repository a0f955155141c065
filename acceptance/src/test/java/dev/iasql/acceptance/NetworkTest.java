package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** A network written in SQL, changed and removed again. */
class NetworkTest {
  private static IasqlSystem system;
  private static TenantDatabase tenant;

  @BeforeAll
  static void install() throws SQLException {
    system = IasqlSystem.shared();
    tenant = system.newTenant("network");
    tenant.install("aws_security_group");
  }

  @BeforeEach
  void nothingPending() throws SQLException {
    tenant.query("SELECT * FROM iasql_rollback()");
  }

  @Test
  void plainInsertsBecomeANetworkWithOneCommit() throws SQLException {
    try (Connection session = tenant.connect();
        Ec2Client ec2 = system.ec2("us-east-1")) {
      for (String statement :
          List.of(
              "INSERT INTO vpc (vpc_id, cidr_block, tags) VALUES ('new-main', '10.77.0.0/16', '{\"Name\": \"main\"}')",
              "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-a', 'new-main', '10.77.1.0/24')",
              "INSERT INTO subnet (vpc_id, cidr_block) VALUES ('new-main', '10.77.2.0/24')",
              "INSERT INTO internet_gateway (internet_gateway_id, vpc_id) VALUES ('new-door', 'new-main')",
              "INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-public', 'new-main')",
              "INSERT INTO route (route_table_id, destination, gateway_id) VALUES ('new-public', '0.0.0.0/0', 'new-door')",
              "INSERT INTO route_table_association (route_table_id, subnet_id) VALUES ('new-public', 'new-a')",
              "INSERT INTO security_group (group_id, group_name, description, vpc_id) VALUES ('new-web', 'web', 'Web servers', 'new-main')",
              "INSERT INTO security_group_rule (group_id, is_egress, ip_protocol, from_port, to_port, cidr_ipv4) VALUES ('new-web', false, 'tcp', 443, 443, '0.0.0.0/0')")) {
        TenantDatabase.query(session, statement);
      }
      assertThat(
              TenantDatabase.query(
                  session, "SELECT * FROM iasql_preview() WHERE action = 'create'"))
          .hasSize(9);

      List<Map<String, Object>> done =
          TenantDatabase.query(session, "SELECT * FROM iasql_commit('a network')");

      assertThat(done).hasSize(9);
      assertThat(done)
          .allSatisfy(row -> assertThat(row.get("status")).as("%s", row).isEqualTo("done"));
      String vpcId =
          (String) tenant.value("SELECT vpc_id FROM vpc WHERE cidr_block = '10.77.0.0/16'");
      assertThat(vpcId).startsWith("vpc-");
      assertThat(ec2.describeSubnets(r -> r.filters(f -> f.name("vpc-id").values(vpcId))).subnets())
          .extracting(Subnet::cidrBlock)
          .containsExactlyInAnyOrder("10.77.1.0/24", "10.77.2.0/24");
      assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
      assertThat(
              tenant.value(
                  "SELECT count(*) FROM security_group WHERE vpc_id = ? AND aws_managed", vpcId))
          .as("the default group AWS made is there")
          .isEqualTo(1L);
      removeNetwork(session, ec2, vpcId);
    }
  }

  private static void removeNetwork(Connection session, Ec2Client ec2, String vpcId)
      throws SQLException {
    for (String table :
        List.of(
            "route_table_association WHERE NOT main AND route_table_id IN (SELECT route_table_id FROM route_table",
            "route WHERE NOT aws_managed AND route_table_id IN (SELECT route_table_id FROM route_table",
            "route_table WHERE NOT aws_managed AND route_table_id IN (SELECT route_table_id FROM route_table",
            "internet_gateway WHERE internet_gateway_id IN (SELECT internet_gateway_id FROM internet_gateway",
            "security_group WHERE NOT aws_managed AND group_id IN (SELECT group_id FROM security_group",
            "subnet WHERE subnet_id IN (SELECT subnet_id FROM subnet",
            "vpc WHERE vpc_id IN (SELECT vpc_id FROM vpc")) {
      TenantDatabase.query(session, "DELETE FROM " + table + " WHERE vpc_id = ?)", vpcId);
    }

    List<Map<String, Object>> removed =
        TenantDatabase.query(session, "SELECT * FROM iasql_commit()");

    assertThat(removed).isNotEmpty();
    assertThat(removed)
        .allSatisfy(row -> assertThat(row.get("status")).as("%s", row).isEqualTo("done"));
    assertThat(ec2.describeVpcs().vpcs()).noneMatch(vpc -> vpc.vpcId().equals(vpcId));
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  void changesInPlaceReachAws() throws SQLException {
    tenant.query("INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-change', '10.78.0.0/16')");
    tenant.query("SELECT * FROM iasql_commit()");
    String vpcId =
        (String) tenant.value("SELECT vpc_id FROM vpc WHERE cidr_block = '10.78.0.0/16'");

    tenant.query(
        "UPDATE vpc SET enable_dns_hostnames = true, tags = '{\"team\": \"core\"}' WHERE vpc_id = ?",
        vpcId);
    Object changes =
        tenant.value("SELECT changes FROM iasql_preview() WHERE id LIKE ?", vpcId + "%");
    tenant.query("SELECT * FROM iasql_commit()");

    assertThat(changes.toString()).contains("enable_dns_hostnames").contains("tags");
    try (Ec2Client ec2 = system.ec2("us-east-1")) {
      assertThat(ec2.describeVpcs(r -> r.vpcIds(vpcId)).vpcs().getFirst().tags())
          .singleElement()
          .satisfies(tag -> assertThat(tag.value()).isEqualTo("core"));
    }
  }

  @Test
  void aFailureLeavesTheRestDoneAndItselfPending() throws SQLException {
    tenant.query("INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-part', '10.79.0.0/16')");
    tenant.query(
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-good', 'new-part', '10.79.1.0/24'), ('new-bad', 'new-part', '192.168.0.0/24')");

    List<Map<String, Object>> rows = tenant.query("SELECT * FROM iasql_commit()");

    assertThat(rows)
        .filteredOn(row -> "failed".equals(row.get("status")))
        .singleElement()
        .satisfies(row -> assertThat(row.get("error").toString()).isNotBlank());
    assertThat(tenant.query("SELECT * FROM iasql_get_errors() WHERE table_name = 'subnet'"))
        .hasSize(1);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).hasSize(1);

    tenant.query("UPDATE subnet SET cidr_block = '10.79.2.0/24' WHERE subnet_id = 'new-bad'");
    tenant.query("SELECT * FROM iasql_commit()");

    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
    assertThat(tenant.query(TenantDatabase.ERRORS)).isEmpty();
  }

  @Test
  void whatNobodyDeletedInSqlIsNeverDeletedInAws() throws SQLException {
    try (Ec2Client ec2 = system.ec2("us-east-1")) {
      String outside = ec2.createVpc(r -> r.cidrBlock("10.80.0.0/16")).vpc().vpcId();
      tenant.query("INSERT INTO vpc (cidr_block) VALUES ('10.81.0.0/16')");

      tenant.query("SELECT * FROM iasql_commit()");

      assertThat(ec2.describeVpcs().vpcs()).anyMatch(vpc -> vpc.vpcId().equals(outside));
      assertThat(tenant.value("SELECT count(*) FROM vpc WHERE vpc_id = ?", outside)).isEqualTo(1L);
    }
  }

  @Test
  void rollbackTakesPendingChangesBack() throws SQLException {
    Object before = tenant.value("SELECT count(*) FROM vpc");
    tenant.query("INSERT INTO vpc (cidr_block) VALUES ('10.82.0.0/16')");
    tenant.query("UPDATE vpc SET tags = '{\"a\": \"b\"}' WHERE is_default");

    tenant.query("SELECT * FROM iasql_rollback()");

    assertThat(tenant.value("SELECT count(*) FROM vpc")).isEqualTo(before);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  void anUnknownRegionIsRefusedByPostgresItself() {
    SqlFailure failure =
        SqlFailure.of(
            () ->
                tenant.query(
                    "INSERT INTO vpc (cidr_block, region) VALUES ('10.83.0.0/16', 'mars-1')"));

    assertThat(failure.sqlState()).isEqualTo("23503");
  }
}
