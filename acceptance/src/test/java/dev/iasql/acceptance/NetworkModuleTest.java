package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** A SQL module turns one row into a network of AWS. */
class NetworkModuleTest {
  private static IasqlSystem system;
  private static TenantDatabase tenant;

  @BeforeAll
  static void install() throws SQLException {
    system = IasqlSystem.shared();
    tenant = system.newTenant("network_module");
    tenant.install("aws_network_simple");
  }

  @BeforeEach
  void nothingPending() throws SQLException {
    tenant.query("SELECT * FROM iasql_rollback()");
  }

  @Test
  void oneInsertAndOneCommitAreARealNetworkWhichFollowsItsRow() throws SQLException {
    tenant.query("INSERT INTO network (name, cidr_block) VALUES ('webshop', '10.90.0.0/16')");

    commit(8);

    try (Ec2Client ec2 = system.ec2("us-east-1")) {
      Vpc vpc = vpcs(ec2, "webshop").getFirst();
      assertThat(vpc.cidrBlock()).isEqualTo("10.90.0.0/16");
      assertThat(tenant.value("SELECT vpc_id FROM network WHERE name = 'webshop'"))
          .isEqualTo(vpc.vpcId());
      assertThat(subnets(ec2, vpc))
          .containsExactlyInAnyOrder(
              tuple("10.90.0.0/19", "us-east-1a"), tuple("10.90.32.0/19", "us-east-1b"));
      assertThat(
              ec2.describeInternetGateways(r -> r.filters(is("attachment.vpc-id", vpc.vpcId())))
                  .internetGateways())
          .hasSize(1);
      assertThat(
              ec2.describeRouteTables(
                      r -> r.filters(is("vpc-id", vpc.vpcId()), is("tag:Name", "webshop")))
                  .routeTables()
                  .getFirst()
                  .associations())
          .hasSize(2);

      tenant.query(
          "UPDATE network SET availability_zones = 3, name = 'store' WHERE name = 'webshop'");
      assertThat(tenant.query("SELECT * FROM iasql_commit()"))
          .allSatisfy(row -> assertThat(row.get("status")).as("%s", row).isEqualTo("done"));
      assertThat(vpcs(ec2, "webshop")).isEmpty();
      assertThat(vpcs(ec2, "store")).extracting(Vpc::vpcId).containsExactly(vpc.vpcId());
      assertThat(subnets(ec2, vpc)).hasSize(3).contains(tuple("10.90.64.0/19", "us-east-1c"));
      assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();

      tenant.query("DELETE FROM network WHERE name = 'store'");
      assertThat(tenant.query("SELECT * FROM iasql_commit()"))
          .allSatisfy(row -> assertThat(row.get("status")).as("%s", row).isEqualTo("done"));
      assertThat(vpcs(ec2, "store")).isEmpty();
      assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
    }
  }

  @Test
  void rollingBackTakesANewNetworkWithIt() throws SQLException {
    tenant.query("INSERT INTO network (name, cidr_block) VALUES ('never', '10.91.0.0/16')");

    tenant.query("SELECT * FROM iasql_rollback()");

    assertThat(tenant.query("SELECT * FROM network WHERE name = 'never'")).isEmpty();
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  void whatWasDeletedAndRolledBackIsTakenOverAgain() throws SQLException {
    tenant.query("INSERT INTO network (name, cidr_block) VALUES ('again', '10.92.0.0/16')");
    commit(8);
    Object vpcId = tenant.value("SELECT vpc_id FROM network WHERE name = 'again'");
    tenant.query("DELETE FROM network WHERE name = 'again'");
    tenant.query("SELECT * FROM iasql_rollback()");

    tenant.query(
        "INSERT INTO network (name, cidr_block, vpc_id) VALUES ('again', '10.92.0.0/16', ?)",
        vpcId);

    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  void aNetworkGoesWhenAwsLostItsVpc() throws SQLException {
    tenant.query(
        "INSERT INTO network (name, cidr_block, availability_zones, public) VALUES ('lost', '10.93.0.0/16', 1, false)");
    commit(4);
    String vpcId = (String) tenant.value("SELECT vpc_id FROM network WHERE name = 'lost'");
    try (Ec2Client ec2 = system.ec2("us-east-1")) {
      ec2.describeSubnets(r -> r.filters(is("vpc-id", vpcId)))
          .subnets()
          .forEach(subnet -> ec2.deleteSubnet(r -> r.subnetId(subnet.subnetId())));
      ec2.describeRouteTables(r -> r.filters(is("vpc-id", vpcId), is("tag:Name", "lost")))
          .routeTables()
          .forEach(
              table -> {
                table
                    .associations()
                    .forEach(
                        a ->
                            ec2.disassociateRouteTable(
                                r -> r.associationId(a.routeTableAssociationId())));
                ec2.deleteRouteTable(r -> r.routeTableId(table.routeTableId()));
              });
      ec2.deleteVpc(r -> r.vpcId(vpcId));
    }

    tenant.query("SELECT * FROM iasql_refresh()");

    assertThat(tenant.query("SELECT * FROM network WHERE name = 'lost'")).isEmpty();
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  void uninstallingTheModuleLeavesTheNetwork() throws SQLException {
    TenantDatabase other = system.newTenant("network_module_gone");
    other.install("aws_network_simple");
    other.query("INSERT INTO network (name, cidr_block) VALUES ('stays', '10.94.0.0/16')");
    other.query("SELECT * FROM iasql_commit()");

    other.query("SELECT * FROM iasql_uninstall('aws_network_simple')");

    assertThat(other.value("SELECT to_regclass('network') IS NULL")).isEqualTo(true);
    assertThat(other.value("SELECT count(*) FROM vpc WHERE tags ->> 'Name' = 'stays'"))
        .isEqualTo(1L);
    assertThat(other.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  private static void commit(int changes) throws SQLException {
    List<Map<String, Object>> done = tenant.query("SELECT * FROM iasql_commit()");
    assertThat(done).hasSize(changes);
    assertThat(done)
        .allSatisfy(row -> assertThat(row.get("status")).as("%s", row).isEqualTo("done"));
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  private static List<Vpc> vpcs(Ec2Client ec2, String name) {
    return ec2.describeVpcs(r -> r.filters(is("tag:Name", name))).vpcs();
  }

  private static List<org.assertj.core.groups.Tuple> subnets(Ec2Client ec2, Vpc vpc) {
    return ec2.describeSubnets(r -> r.filters(is("vpc-id", vpc.vpcId()))).subnets().stream()
        .peek(
            subnet ->
                assertThat(subnet.tags())
                    .extracting(Tag::key)
                    .as("the tag")
                    .containsExactly("Name"))
        .map(subnet -> tuple(subnet.cidrBlock(), subnet.availabilityZone()))
        .toList();
  }

  private static Filter is(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }
}
