package dev.iasql.sync.commit;

import static dev.iasql.sync.commit.CommitSystem.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.iasql.core.request.Stage;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.TestSync;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** What goes wrong in a commit, and how it goes on. */
class CommitFailureIT {
  private final CommitSystem system = CommitSystem.shared();

  @BeforeEach
  void clean() {
    system.clean();
  }

  private List<Vpc> inAws(String range) {
    return system.ec2().describeVpcs(r -> r.filters(f -> f.name("cidr").values(range))).vpcs();
  }

  @Test
  void whatFailsStaysPendingAndCanBeCorrected() {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-part', '10.20.0.0/16')",
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-good', 'new-part', '10.20.1.0/24'), ('new-bad', 'new-part', '192.168.0.0/24')",
        "INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-t', 'new-part')",
        "INSERT INTO route_table_association (route_table_id, subnet_id) VALUES ('new-t', 'new-bad')");

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows))
        .containsExactlyInAnyOrder(
            "create vpc done",
            "create subnet failed",
            "create subnet done",
            "create route_table done",
            "create route_table_association skipped");
    JsonNode failed =
        rows.stream()
            .filter(row -> row.path("status").asText().equals("failed"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.path("id").asText()).isEqualTo("new-bad");
    assertThat(failed.path("error").asText()).contains("192.168.0.0/24");
    assertThat(rows.getLast().path("error").asText())
        .isEqualTo("waits for subnet new-bad, whose create did not succeed");
    assertThat(system.errors()).containsExactly("AWS_REJECTED new-bad");
    assertThat(
            system.value(
                "SELECT error ->> 'code' FROM iasql.operation WHERE state = 'failed' ORDER BY id DESC LIMIT 1"))
        .isEqualTo("AWS_REJECTED");
    assertThat(system.preview()).hasSize(2);

    system.sql("UPDATE subnet SET cidr_block = '10.20.2.0/24' WHERE subnet_id = 'new-bad'");

    assertThat(outcomes(system.commit()))
        .containsExactly("create subnet done", "create route_table_association done");
    assertThat(system.errors()).isEmpty();
    assertThat(system.preview()).isEmpty();
  }

  @Test
  void aRowThatAUsersForeignKeyKeepsFromItsIdIsNotMadeTwice() {
    system.sql(
        "CREATE TABLE team (name text, vpc_id text, region text DEFAULT 'us-east-1', account_id text DEFAULT '123456789012',"
            + " CONSTRAINT team_vpc FOREIGN KEY (vpc_id, region, account_id) REFERENCES vpc (vpc_id, region, account_id))",
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-shown', '10.21.0.0/16')",
        "INSERT INTO subnet (vpc_id, cidr_block) VALUES ('new-shown', '10.21.1.0/24')",
        "INSERT INTO team VALUES ('core', 'new-shown')");

    List<JsonNode> rows = system.commit();

    String made = inAws("10.21.0.0/16").getFirst().vpcId();
    assertThat(outcomes(rows)).containsExactly("create vpc failed", "create subnet skipped");
    assertThat(rows.getFirst().path("id").asText()).isEqualTo(made);
    assertThat(rows.getFirst().path("error").asText())
        .contains("constraint team_vpc of table team refers to it without ON UPDATE CASCADE")
        .contains("it is not created a second time");
    assertThat(system.value("SELECT state FROM iasql.operation ORDER BY id DESC LIMIT 1"))
        .isEqualTo("done");

    List<JsonNode> again = system.commit();

    assertThat(outcomes(again))
        .containsExactlyInAnyOrder(
            "create vpc refused", "delete vpc refused", "create subnet refused");
    assertThat(inAws("10.21.0.0/16")).extracting(Vpc::vpcId).containsExactly(made);

    system.sql(
        "ALTER TABLE team DROP CONSTRAINT team_vpc, ADD CONSTRAINT team_vpc FOREIGN KEY (vpc_id, region, account_id)"
            + " REFERENCES vpc (vpc_id, region, account_id) ON UPDATE CASCADE");

    assertThat(outcomes(system.commit())).containsExactly("create subnet done");
    assertThat(system.value("SELECT vpc_id FROM team")).isEqualTo(made);
    assertThat(inAws("10.21.0.0/16")).hasSize(1);
    assertThat(system.errors()).isEmpty();
    assertThat(system.preview()).isEmpty();
  }

  @Test
  void aRowGivenUpBeforeItShowedItsResourceDoesNotDeleteIt() {
    system.sql(
        "CREATE TABLE team (vpc_id text, region text DEFAULT 'us-east-1', account_id text DEFAULT '123456789012',"
            + " FOREIGN KEY (vpc_id, region, account_id) REFERENCES vpc (vpc_id, region, account_id))",
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-given-up', '10.22.0.0/16')",
        "INSERT INTO team VALUES ('new-given-up')");
    system.commit();
    system.sql("DELETE FROM team", "DELETE FROM vpc WHERE vpc_id = 'new-given-up'");
    system.watched().forget();

    List<JsonNode> rows = system.commit();

    assertThat(rows).isEmpty();
    assertThat(system.watched().writes()).isEmpty();
    assertThat(inAws("10.22.0.0/16"))
        .extracting(Vpc::vpcId)
        .containsExactly(system.value("SELECT vpc_id FROM vpc WHERE cidr_block = '10.22.0.0/16'"));
  }

  @Test
  void aCreationThatWasInterruptedIsNotRepeatedUntilTheUserHasCompared() {
    system.sql("INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-crash', '10.23.0.0/16')");
    system
        .watched()
        .afterNextWrite(
            () -> {
              throw new WorkerDied();
            });
    long request =
        system
            .tenant()
            .request("iasql_commit", "commit", List.of(), JsonNodeFactory.instance.objectNode());
    assertThatThrownBy(() -> system.sync().drain(system.tenant())).isInstanceOf(WorkerDied.class);
    assertThat(system.value("SELECT state FROM iasql.operation WHERE request_id = " + request))
        .isEqualTo("started");

    system.sync().drain(system.tenant());
    List<JsonNode> rows = CommitSystem.rows(TestSync.answer(system.tenant(), request));

    assertThat(outcomes(rows)).containsExactly("create vpc refused");
    assertThat(rows.getFirst().path("error").asText())
        .contains("interrupted at vpc new-crash; AWS may have carried it out")
        .contains("iasql_refresh('vpc')");
    assertThat(system.errors()).containsExactly("OUTCOME_UNKNOWN new-crash");
    assertThat(outcomes(system.commit())).containsExactly("create vpc refused");
    assertThat(inAws("10.23.0.0/16")).hasSize(1);

    system.sql("DELETE FROM vpc WHERE vpc_id = 'new-crash'");

    assertThat(system.commit()).isEmpty();
    assertThat(system.errors()).isEmpty();
    assertThat(system.value("SELECT count(*) FROM vpc WHERE cidr_block = '10.23.0.0/16'"))
        .as("the refresh brought it")
        .isEqualTo("1");
  }

  @Test
  void whatWasDoneBeforeAnInterruptionIsReportedAndNotRepeated() {
    system.sql("INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-first', '10.24.0.0/16')");
    system.sql(
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-second', 'new-first', '10.24.1.0/24')");
    system
        .watched()
        .afterNextWrite(
            () ->
                system
                    .watched()
                    .beforeNextWrite(
                        () -> {
                          throw new WorkerDied();
                        }));
    long request =
        system
            .tenant()
            .request("iasql_commit", "commit", List.of(), JsonNodeFactory.instance.objectNode());
    assertThatThrownBy(() -> system.sync().drain(system.tenant())).isInstanceOf(WorkerDied.class);

    system.sync().drain(system.tenant());

    assertThat(outcomes(CommitSystem.rows(TestSync.answer(system.tenant(), request))))
        .containsExactly("create vpc done", "create subnet refused");
    assertThat(system.watched().writes()).containsExactly("create Vpc", "create Subnet");
  }

  /** An error no handler catches, as if the process had ended. */
  private static final class WorkerDied extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void whatAUserChangesDuringTheCommitStaysPending() {
    system.sql("INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-busy', '10.25.0.0/16')");
    system
        .watched()
        .afterNextWrite(
            () ->
                system.sql(
                    "UPDATE vpc SET tags = '{\"late\": \"yes\"}' WHERE vpc_id = 'new-busy'"));

    assertThat(outcomes(system.commit())).containsExactly("create vpc done");

    assertThat(system.value("SELECT tags ->> 'late' FROM vpc WHERE cidr_block = '10.25.0.0/16'"))
        .isEqualTo("yes");
    assertThat(outcomes(system.commit())).containsExactly("update vpc done");
    assertThat(inAws("10.25.0.0/16").getFirst().tags()).hasSize(1);
  }

  @Test
  void aRowChangedAfterItWasPlannedIsSkipped() {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-plan', '10.26.0.0/16')",
        "INSERT INTO internet_gateway (internet_gateway_id, vpc_id) VALUES ('new-later', 'new-plan')");
    system
        .watched()
        .afterNextWrite(
            () ->
                system.sql(
                    "UPDATE internet_gateway SET tags = '{\"a\": \"b\"}' WHERE internet_gateway_id = 'new-later'"));

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows))
        .containsExactly("create vpc done", "create internet_gateway skipped");
    assertThat(rows.getLast().path("error").asText()).contains("commit again");
    assertThat(outcomes(system.commit())).containsExactly("create internet_gateway done");
  }

  @Test
  void rowsSomebodyElseIsWritingAreNamedBeforeAwsIsAsked() throws SQLException {
    system.sql("INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-held', '10.27.0.0/16')");
    try (Connection other = system.tenant().asUser();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE vpc SET tags = '{\"a\": \"b\"}' WHERE vpc_id = 'new-held'");

      Answer answer = system.call("iasql_commit", Stage.COMMIT);

      assertThat(answer.state()).isEqualTo("failed");
      assertThat(answer.error().path("code").asText()).isEqualTo("LOCKED_BY_OTHERS");
      assertThat(answer.error().path("detail").asText())
          .contains("user " + system.tenant().tenant().name().userRole())
          .contains("in a transaction since 20")
          .contains("holds vpc");
      assertThat(system.watched().writes()).isEmpty();
      other.rollback();
    }
    assertThat(outcomes(system.commit())).containsExactly("create vpc done");
  }

  @Test
  void aResultThatALockKeepsFromItsRowIsShownByTheNextCommit() throws SQLException {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-slow', '10.28.0.0/16')",
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-held', 'new-slow', '10.28.1.0/24')");
    try (Connection other = system.tenant().asUser();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      system
          .watched()
          .afterNextWrite(
              () -> run(statement, "SELECT FROM subnet WHERE subnet_id = 'new-held' FOR UPDATE"));

      List<JsonNode> rows = system.commit();

      assertThat(outcomes(rows)).containsExactly("create vpc failed", "create subnet skipped");
      assertThat(rows.getFirst().path("error").asText())
          .contains("another session holds a lock")
          .contains("it is not created a second time");
      assertThat(system.errors()).containsExactly("LOCKED_BY_OTHERS new-slow");
      other.rollback();
    }

    assertThat(outcomes(system.commit())).containsExactly("create subnet done");
    assertThat(inAws("10.28.0.0/16")).hasSize(1);
    assertThat(system.errors()).isEmpty();
    assertThat(system.preview()).isEmpty();
  }

  private static void run(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
