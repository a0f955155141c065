package dev.iasql.sync.commit;

import static dev.iasql.sync.commit.CommitSystem.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

class CommitIT {
  private final CommitSystem system = CommitSystem.shared();

  @BeforeEach
  void clean() {
    system.clean();
  }

  private String vpcWith(String range) {
    return system.value("SELECT vpc_id FROM vpc WHERE cidr_block = '%s'".formatted(range));
  }

  private List<Vpc> inAws(String range) {
    return system.ec2().describeVpcs(r -> r.filters(f -> f.name("cidr").values(range))).vpcs();
  }

  @Test
  void plainInsertsBecomeANetworkAndRealIdsReplacePlaceholdersEverywhere() {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block, tags) VALUES ('new-main', '10.9.0.0/16', '{\"Name\": \"main\"}')",
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-a', 'new-main', '10.9.1.0/24')",
        "INSERT INTO subnet (vpc_id, cidr_block) VALUES ('new-main', '10.9.2.0/24')",
        "INSERT INTO internet_gateway (internet_gateway_id, vpc_id) VALUES ('new-door', 'new-main')",
        "INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-public', 'new-main')",
        "INSERT INTO route (route_table_id, destination, gateway_id) VALUES ('new-public', '0.0.0.0/0', 'new-door')",
        "INSERT INTO route_table_association (route_table_id, subnet_id) VALUES ('new-public', 'new-a')",
        "INSERT INTO security_group (group_id, group_name, vpc_id) VALUES ('new-web', 'web', 'new-main')",
        "INSERT INTO security_group_rule (group_id, ip_protocol, from_port, to_port, cidr_ipv4) VALUES ('new-web', 'tcp', 443, 443, '0.0.0.0/0')",
        "CREATE TABLE team (name text, vpc_id text, region text DEFAULT 'us-east-1', account_id text DEFAULT '123456789012',"
            + " FOREIGN KEY (vpc_id, region, account_id) REFERENCES vpc (vpc_id, region, account_id) ON UPDATE CASCADE)",
        "INSERT INTO team VALUES ('core', 'new-main')");

    List<JsonNode> rows = system.commit();

    assertThat(rows).hasSize(9).allMatch(row -> row.path("status").asText().equals("done"));
    assertThat(rows).noneMatch(row -> row.path("id").asText().startsWith("new-"));
    assertThat(rows.getFirst().path("table_name").asText()).isEqualTo("vpc");
    assertThat(rows.getFirst().path("description").asText()).isEqualTo("main, 10.9.0.0/16");
    String vpc = vpcWith("10.9.0.0/16");
    assertThat(vpc).startsWith("vpc-");
    assertThat(system.value("SELECT vpc_id FROM team")).isEqualTo(vpc);
    assertThat(
            system
                .ec2()
                .describeSubnets(r -> r.filters(f -> f.name("vpc-id").values(vpc)))
                .subnets())
        .extracting(Subnet::cidrBlock)
        .containsExactlyInAnyOrder("10.9.1.0/24", "10.9.2.0/24");
    assertThat(system.column("SELECT vpc_id FROM subnet WHERE vpc_id LIKE 'new-%'")).isEmpty();
    assertThat(
            system.value(
                "SELECT count(*) FROM security_group WHERE aws_managed AND vpc_id = '%s'"
                    .formatted(vpc)))
        .as("what AWS made with the VPC is there")
        .isEqualTo("1");
    assertThat(system.preview()).isEmpty();
    assertThat(
            system.column(
                "SELECT DISTINCT state || coalesce(error::text, '') FROM iasql.operation"
                    + " WHERE request_id = (SELECT max(request_id) FROM iasql.operation)"))
        .containsExactly("done");
  }

  @Test
  void changesInPlaceReachAws() {
    system.sql("INSERT INTO vpc (cidr_block) VALUES ('10.11.0.0/16')");
    system.commit();
    String vpc = vpcWith("10.11.0.0/16");
    system.sql(
        "UPDATE vpc SET enable_dns_hostnames = true, tags = '{\"team\": \"core\"}' WHERE vpc_id = '%s'"
            .formatted(vpc));

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows)).containsExactly("update vpc done");
    assertThat(inAws("10.11.0.0/16").getFirst().tags())
        .containsExactly(Tag.builder().key("team").value("core").build());
    assertThat(
            system.value(
                "SELECT enable_dns_hostnames FROM cloud.vpc WHERE vpc_id = '%s'".formatted(vpc)))
        .isEqualTo("t");
    assertThat(system.preview()).isEmpty();
  }

  @Test
  void anUpdateAfterWhichAwsUsesAnotherIdMovesTheRow() {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-v', '10.12.0.0/16')",
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-s', 'new-v', '10.12.1.0/24')",
        "INSERT INTO route_table (route_table_id, vpc_id, tags) VALUES ('new-1', 'new-v', '{\"Name\": \"one\"}'), ('new-2', 'new-v', '{\"Name\": \"two\"}')",
        "INSERT INTO route_table_association (route_table_id, subnet_id) VALUES ('new-1', 'new-s')");
    system.commit();
    String association =
        "SELECT a.route_table_association_id FROM route_table_association a JOIN subnet s USING (subnet_id)"
            + " WHERE s.cidr_block = '10.12.1.0/24'";
    String before = system.value(association);
    system.sql(
        "UPDATE route_table_association SET route_table_id = (SELECT route_table_id FROM route_table WHERE tags ->> 'Name' = 'two')"
            + " WHERE route_table_association_id = '%s'".formatted(before));

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows)).containsExactly("update route_table_association done");
    assertThat(rows.getFirst().path("id").asText()).isEqualTo(system.value(association));
    assertThat(system.value(association)).isNotEqualTo(before);
    assertThat(system.preview()).isEmpty();
  }

  @Test
  void aVpcIsDeletedWithWhatAwsMadeInIt() {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-gone', '10.13.0.0/16')",
        "INSERT INTO subnet (vpc_id, cidr_block) VALUES ('new-gone', '10.13.1.0/24')",
        "INSERT INTO security_group (group_id, group_name, vpc_id) VALUES ('new-a', 'a', 'new-gone'), ('new-b', 'b', 'new-gone')",
        "INSERT INTO security_group_rule (group_id, ip_protocol, referenced_group_id) VALUES ('new-a', '-1', 'new-b'), ('new-b', '-1', 'new-a')");
    assertThat(system.commit()).allMatch(row -> row.path("status").asText().equals("done"));
    String vpc = vpcWith("10.13.0.0/16");
    system.sql(
        "DELETE FROM security_group_rule WHERE referenced_group_id IN (SELECT group_id FROM security_group WHERE vpc_id = '%s')"
            .formatted(vpc),
        "DELETE FROM security_group WHERE NOT aws_managed AND vpc_id = '%s'".formatted(vpc),
        "DELETE FROM subnet WHERE vpc_id = '%s'".formatted(vpc),
        "DELETE FROM vpc WHERE vpc_id = '%s'".formatted(vpc));
    system.watched().forget();

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows))
        .containsExactlyInAnyOrder(
            "delete security_group_rule done",
            "delete security_group_rule done",
            "delete security_group done",
            "delete security_group done",
            "delete subnet done",
            "delete vpc done");
    assertThat(rows.getLast().path("id").asText()).isEqualTo(vpc);
    assertThat(inAws("10.13.0.0/16")).isEmpty();
    assertThat(
            system.value(
                "SELECT count(*) FROM cloud.security_group WHERE vpc_id = '%s'".formatted(vpc)))
        .isEqualTo("0");
    assertThat(system.preview()).isEmpty();
  }

  @Test
  void aWholeNetworkIsRemovedByOneCommit() {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-all', '10.8.0.0/16')",
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-all', 'new-all', '10.8.1.0/24')",
        "INSERT INTO internet_gateway (internet_gateway_id, vpc_id) VALUES ('new-all', 'new-all')",
        "INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-all', 'new-all')",
        "INSERT INTO route (route_table_id, destination, gateway_id) VALUES ('new-all', '0.0.0.0/0', 'new-all')",
        "INSERT INTO route_table_association (route_table_id, subnet_id) VALUES ('new-all', 'new-all')");
    assertThat(system.commit()).hasSize(6);
    String vpc = vpcWith("10.8.0.0/16");
    String tables =
        "IN (SELECT route_table_id FROM route_table WHERE vpc_id = '%s' AND NOT aws_managed)"
            .formatted(vpc);
    system.sql(
        "DELETE FROM route_table_association WHERE route_table_id " + tables,
        "DELETE FROM route_table WHERE route_table_id " + tables,
        "DELETE FROM internet_gateway WHERE vpc_id = '%s'".formatted(vpc),
        "DELETE FROM subnet WHERE vpc_id = '%s'".formatted(vpc),
        "DELETE FROM vpc WHERE vpc_id = '%s'".formatted(vpc));

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows)).as("%s", rows).allMatch(outcome -> outcome.endsWith(" done"));
    assertThat(rows.getLast().path("table_name").asText()).isEqualTo("vpc");
    assertThat(inAws("10.8.0.0/16")).isEmpty();
    assertThat(system.preview()).isEmpty();
  }

  @Test
  void nothingPendingMeansNothingDone() {
    assertThat(system.commit()).isEmpty();
    assertThat(system.watched().writes()).isEmpty();
  }

  @Test
  void whatNobodyDeletedInSqlIsNeverDeletedInAws() {
    String outside = system.ec2().createVpc(r -> r.cidrBlock("10.14.0.0/16")).vpc().vpcId();
    system.sql("INSERT INTO vpc (cidr_block) VALUES ('10.15.0.0/16')");

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows)).containsExactly("create vpc done");
    assertThat(system.watched().writes()).containsExactly("create Vpc");
    assertThat(inAws("10.14.0.0/16")).extracting(Vpc::vpcId).containsExactly(outside);
    assertThat(vpcWith("10.14.0.0/16")).as("it is a row now").isEqualTo(outside);
  }

  @Test
  void whatCannotBeDoneIsRefusedAndTheRestIsDone() {
    system.sql("INSERT INTO vpc (cidr_block) VALUES ('10.16.0.0/16')");
    system.commit();
    String vpc = vpcWith("10.16.0.0/16");
    system.sql(
        "UPDATE vpc SET cidr_block = '10.17.0.0/16' WHERE vpc_id = '%s'".formatted(vpc),
        "DELETE FROM security_group WHERE aws_managed AND vpc_id = '%s'".formatted(vpc),
        "INSERT INTO internet_gateway (tags) VALUES ('{\"Name\": \"alone\"}')");
    system.watched().forget();

    assertThat(system.preview())
        .extracting(row -> row.path("action").asText() + " " + row.path("table_name").asText())
        .containsExactlyInAnyOrder(
            "create internet_gateway", "refused vpc", "refused security_group");
    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows))
        .containsExactlyInAnyOrder(
            "create internet_gateway done", "update vpc refused", "delete security_group refused");
    assertThat(system.watched().writes()).containsExactly("create InternetGateway");
    assertThat(system.errors()).hasSize(2).contains("CHANGE_NOT_POSSIBLE " + vpc);
    assertThat(inAws("10.16.0.0/16")).hasSize(1);
  }

  @Test
  void anUnknownRegionIsRefusedByPostgres() {
    assertThatThrownBy(
            () ->
                system.sql(
                    "INSERT INTO vpc (cidr_block, region) VALUES ('10.18.0.0/16', 'mars-1')"))
        .hasMessageContaining("aws_region");
  }

  @Test
  void aRegionThatIsNotEnabledIsRefusedByThePlan() {
    system.sql("INSERT INTO vpc (cidr_block, region) VALUES ('10.19.0.0/16', 'eu-central-1')");

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows)).containsExactly("create vpc refused");
    assertThat(rows.getFirst().path("error").asText())
        .contains("region eu-central-1, which is not enabled")
        .contains("UPDATE aws_region SET is_enabled = true");
  }
}
