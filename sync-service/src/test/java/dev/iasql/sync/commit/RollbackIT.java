package dev.iasql.sync.commit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.request.Stage;
import dev.iasql.sync.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbackIT {
  private final CommitSystem system = CommitSystem.shared();

  @BeforeEach
  void clean() {
    system.clean();
  }

  private static List<String> takenBack(List<JsonNode> rows) {
    return rows.stream()
        .map(
            row ->
                "%s %s %s"
                    .formatted(
                        row.path("action").asText(),
                        row.path("table_name").asText(),
                        row.path("id").asText()))
        .toList();
  }

  @Test
  void everythingPendingIsTakenBackAndNothingIsSentToAws() {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-v', '10.30.0.0/16')",
        "INSERT INTO subnet (vpc_id, cidr_block) VALUES ('new-v', '10.30.1.0/24')");
    system.commit();
    String vpc = system.value("SELECT vpc_id FROM vpc WHERE cidr_block = '10.30.0.0/16'");
    String subnet = system.value("SELECT subnet_id FROM subnet WHERE vpc_id = '%s'".formatted(vpc));
    String vpcs = system.value("SELECT string_agg(v::text, ';' ORDER BY vpc_id) FROM vpc v");
    String groups =
        system.value("SELECT string_agg(g::text, ';' ORDER BY group_id) FROM security_group g");
    String defaultVpc =
        system.value(
            "SELECT vpc_id FROM vpc WHERE is_default AND account_id = iasql_default_account()");
    system.sql(
        "DELETE FROM subnet WHERE subnet_id = '%s'".formatted(subnet),
        "DELETE FROM vpc WHERE vpc_id = '%s'".formatted(vpc),
        "UPDATE vpc SET tags = '{\"a\": \"b\"}' WHERE is_default AND account_id = iasql_default_account()",
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-w', '10.31.0.0/16')",
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-x', 'new-w', '10.31.1.0/24')",
        "INSERT INTO internet_gateway (internet_gateway_id, vpc_id) VALUES ('new-y', 'new-w')");
    system.watched().forget();

    List<JsonNode> rows = system.rollback();

    assertThat(takenBack(rows))
        .contains(
            "delete vpc " + vpc,
            "delete subnet " + subnet,
            "update vpc " + defaultVpc,
            "create vpc new-w",
            "create subnet new-x",
            "create internet_gateway new-y");
    assertThat(system.value("SELECT string_agg(v::text, ';' ORDER BY vpc_id) FROM vpc v"))
        .isEqualTo(vpcs);
    assertThat(
            system.value("SELECT string_agg(g::text, ';' ORDER BY group_id) FROM security_group g"))
        .isEqualTo(groups);
    assertThat(system.preview()).isEmpty();
    assertThat(system.rollback()).isEmpty();
    assertThat(system.watched().writes()).isEmpty();
  }

  @Test
  void errorsOfWhatIsTakenBackGo() {
    system.sql(
        "INSERT INTO subnet (vpc_id, cidr_block) SELECT vpc_id, '192.168.77.0/24' FROM vpc WHERE is_default AND account_id = iasql_default_account()");
    assertThat(system.commit().getFirst().path("status").asText()).isEqualTo("failed");
    assertThat(system.errors()).singleElement().asString().startsWith("AWS_REJECTED new-subnet-");

    system.rollback();

    assertThat(system.errors()).isEmpty();
  }

  @Test
  void aUsersTableThatRefersToWhatWouldGoIsNamed() {
    system.sql(
        "CREATE TABLE team (vpc_id text, region text DEFAULT 'us-east-1', account_id text DEFAULT '123456789012',"
            + " CONSTRAINT team_vpc FOREIGN KEY (vpc_id, region, account_id) REFERENCES vpc (vpc_id, region, account_id))",
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-z', '10.32.0.0/16')",
        "INSERT INTO team VALUES ('new-z')");

    Answer answer = system.call("iasql_rollback", Stage.ROLLBACK);

    assertThat(answer.state()).isEqualTo("failed");
    assertThat(answer.error().path("code").asText()).isEqualTo("NEEDED_BY_USER");
    assertThat(answer.error().path("message").asText())
        .isEqualTo("table team refers to a row that the rollback would remove");
    assertThat(answer.error().path("hint").asText()).contains("constraint team_vpc");
    assertThat(system.value("SELECT count(*) FROM vpc WHERE vpc_id = 'new-z'")).isEqualTo("1");
  }
}
