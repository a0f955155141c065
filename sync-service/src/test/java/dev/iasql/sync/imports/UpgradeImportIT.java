package dev.iasql.sync.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.Json;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.AwsProxy;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows the migration of a module's tables. */
class UpgradeImportIT {
  private static AwsProxy aws;
  private static TestSync sync;

  private TestTenant tenant;

  @BeforeAll
  static void start() {
    aws = new AwsProxy(TestServers.aws().endpoint());
    sync =
        new TestSync(
            AwsModules.all(), TestAwsConfiguration.of(aws.endpoint(), Set.of("us-east-1")));
  }

  @AfterAll
  static void stop() {
    sync.close();
    aws.close();
  }

  @BeforeEach
  void haveTheEarlierVersion() {
    aws.passAll();
    tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), "aws_account", "aws_vpc", "aws_security_group@1.0.0");
    sync.importModules(tenant, "aws_account", "aws_vpc", "aws_security_group");
    tenant.userDoes("UPDATE security_group SET tags = tags || '{\"mine\": \"yes\"}'");
    tenant.userDoes("INSERT INTO security_group (group_id, group_name) VALUES ('new-g', 'mine')");
    tenant.userDoes(
        """
        INSERT INTO security_group_rule (security_group_rule_id, group_id, ip_protocol, peer_group_id, peer_owner_id)
        VALUES ('new-r', 'new-g', '-1', 'sg-1', '111122223333')
        """);
  }

  private Answer upgraded() {
    tenant.migrateModule(AwsModules.all(), "aws_security_group");
    ObjectNode work = Json.MAPPER.createObjectNode();
    work.set("modules", Json.MAPPER.valueToTree(List.of("aws_security_group")));
    work.set("answer", Json.MAPPER.valueToTree(List.of(Map.of("module_name", "it"))));
    return sync.perform(tenant, tenant.request("iasql_upgrade", "upgrade_import", List.of(), work));
  }

  @Test
  void newColumnsAreFilledAndPendingChangesStay() {
    String pending =
        "SELECT table_name || ' ' || iasql_internal.pending_rows(table_name)"
            + " FROM iasql.module_table WHERE iasql_internal.pending_rows(table_name) > 0 ORDER BY 1";
    List<String> before = tenant.column(pending);
    assertThat(before).hasSize(2);

    Answer answer = upgraded();

    assertThat(answer.state()).isEqualTo("done");
    assertThat(answer.rows().toString()).isEqualTo("[{\"module_name\":\"it\"}]");
    assertThat(tenant.column(pending)).isEqualTo(before);
    for (String schema : List.of("public", "cloud")) {
      assertThat(
              tenant.column(
                  "SELECT DISTINCT security_group_arn ~ '^arn:aws:ec2:.*/sg-' FROM %s.security_group WHERE group_id <> 'new-g'"
                      .formatted(schema)))
          .containsExactly("t");
    }
    assertThat(
            tenant.column(
                "SELECT DISTINCT tags ->> 'mine' FROM public.security_group WHERE group_id <> 'new-g'"))
        .containsExactly("yes");
    assertThat(
            tenant.value(
                "SELECT peer_user_id FROM public.security_group_rule WHERE security_group_rule_id = 'new-r'"))
        .isEqualTo("111122223333");
    assertThat(tenant.column("SELECT message FROM iasql.error WHERE row_id IS NULL")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSaidAndDoesNotUndoAnything() {
    aws.fail(
        call -> call.action().equals("DescribeSecurityGroups"),
        403,
        "UnauthorizedOperation",
        "You are not authorized to perform this operation.");

    Answer answer = upgraded();

    assertThat(answer.state()).isEqualTo("done");
    assertThat(
            tenant.value(
                "SELECT concat_ws('|', table_name, code) FROM iasql.error WHERE row_id IS NULL"))
        .isEqualTo("security_group|AWS_ACCESS_DENIED");
    assertThat(tenant.column("SELECT DISTINCT security_group_arn FROM public.security_group"))
        .containsExactly((String) null);

    aws.passAll();
    sync.refresh(tenant, "security_group");

    assertThat(tenant.column("SELECT message FROM iasql.error WHERE row_id IS NULL")).isEmpty();
    assertThat(
            tenant.value(
                "SELECT count(*) FROM cloud.security_group WHERE security_group_arn IS NULL"))
        .isEqualTo("0");
  }

  @Test
  void aLockOfTheUserDoesNotUndoAnythingEither() throws Exception {
    tenant.migrateModule(AwsModules.all(), "aws_security_group");
    try (var user = tenant.asUser();
        var statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("SELECT * FROM security_group FOR UPDATE");
      ObjectNode work = Json.MAPPER.createObjectNode();
      work.set("modules", Json.MAPPER.valueToTree(List.of("aws_security_group")));
      work.set("answer", Json.MAPPER.createArrayNode());

      Answer answer =
          sync.perform(tenant, tenant.request("iasql_upgrade", "upgrade_import", List.of(), work));

      assertThat(answer.state()).isEqualTo("done");
      assertThat(
              tenant.column(
                  "SELECT concat_ws('|', table_name, code) FROM iasql.error WHERE row_id IS NULL ORDER BY table_name"))
          .containsExactly(
              "security_group|LOCKED_BY_OTHERS", "security_group_rule|LOCKED_BY_OTHERS");
      user.rollback();
    }
    sync.refresh(tenant);

    assertThat(tenant.column("SELECT message FROM iasql.error WHERE row_id IS NULL")).isEmpty();
  }
}
