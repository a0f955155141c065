package dev.iasql.sync.commit;

import static dev.iasql.sync.commit.CommitSystem.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts are added by inserting a row and committing it. */
class AccountCommitIT {
  private final CommitSystem system = CommitSystem.shared();

  @BeforeEach
  void clean() {
    system.clean();
  }

  @Test
  void anAccountIsVerifiedThenReadAndThenWritten() {
    system.sql(
        "INSERT INTO aws_account (account_id, name, role_arn)"
            + " VALUES ('210987654321', 'staging', 'arn:aws:iam::210987654321:role/iasql')");

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows)).containsExactly("create aws_account done");
    assertThat(system.value("SELECT arn FROM aws_account WHERE name = 'staging'"))
        .contains("210987654321");
    assertThat(
            system.column(
                "SELECT region FROM aws_region WHERE account_id = '210987654321' AND is_enabled"))
        .containsExactly("us-east-1");
    assertThat(
            system.value(
                "SELECT count(*) FROM vpc WHERE account_id = '210987654321' AND is_default"))
        .isEqualTo("1");

    system.sql("INSERT INTO vpc (cidr_block, account_id) VALUES ('10.50.0.0/16', '210987654321')");

    assertThat(outcomes(system.commit())).containsExactly("create vpc done");
    assertThat(system.value("SELECT owner_id FROM vpc WHERE cidr_block = '10.50.0.0/16'"))
        .isEqualTo("210987654321");
    assertThat(system.preview()).isEmpty();
  }

  @Test
  void anAccountTheSignInDoesNotLeadToStaysPending() {
    system.sql("INSERT INTO aws_account (account_id) VALUES ('999999999999')");

    List<JsonNode> rows = system.commit();

    assertThat(outcomes(rows)).containsExactly("create aws_account failed");
    assertThat(rows.getFirst().path("error").asText())
        .contains("the credentials belong to account 123456789012, not to 999999999999");
    assertThat(
            system.column("SELECT account_id FROM cloud.aws_account WHERE account_id LIKE '99%'"))
        .isEmpty();
  }
}
