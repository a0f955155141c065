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
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The import of a module that takes the place of another, whose tables are kept aside. */
class SwapImportIT {
  private static AwsProxy aws;
  private static TestSync sync;

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

  /** As the stage before does it. */
  private static void park(TestTenant tenant) {
    tenant.adminDoes(
        """
        GRANT USAGE ON SCHEMA iasql_parked_public, iasql_parked_cloud TO PUBLIC;
        DROP TRIGGER security_group_goes_with_vpc_id ON public.vpc;
        ALTER TABLE public.security_group SET SCHEMA iasql_parked_public;
        ALTER TABLE public.security_group_rule SET SCHEMA iasql_parked_public;
        ALTER TABLE cloud.security_group SET SCHEMA iasql_parked_cloud;
        ALTER TABLE cloud.security_group_rule SET SCHEMA iasql_parked_cloud;
        DELETE FROM iasql.module_table WHERE module_name = 'aws_security_group';
        DELETE FROM iasql.module WHERE name = 'aws_security_group';
        """);
  }

  @Test
  void hasTheSameAndHandsOver() {
    TestTenant tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), "aws_account", "aws_vpc", "aws_security_group");
    sync.importModules(tenant, "aws_account", "aws_vpc", "aws_security_group");
    park(tenant);
    tenant.makeModules(AwsModules.all(), "aws_security_group_inline");
    int before = aws.calls().size();
    ObjectNode work = Json.MAPPER.createObjectNode();
    work.set("modules", Json.MAPPER.valueToTree(List.of("aws_security_group_inline")));
    work.set("requested", work.get("modules"));
    work.put("then", "swap_end");
    work.put("parked", "what the next stage needs");

    Answer answer = sync.perform(tenant, tenant.request("iasql_swap", "import", List.of(), work));

    assertThat(answer.stage()).isEqualTo("swap_end");
    assertThat(answer.work().path("parked").asText()).isEqualTo("what the next stage needs");
    assertThat(answer.work().path("rows").findValuesAsText("table_name"))
        .containsExactly("security_group");
    assertThat(
            tenant.value("SELECT state FROM iasql.module WHERE name = 'aws_security_group_inline'"))
        .isEqualTo("installed");
    assertThat(tenant.column("SELECT group_id FROM public.security_group ORDER BY 1"))
        .isNotEmpty()
        .isEqualTo(
            tenant.column("SELECT group_id FROM iasql_parked_public.security_group ORDER BY 1"));
    assertThat(tenant.value("SELECT sum(jsonb_array_length(rules)) FROM cloud.security_group"))
        .isEqualTo(tenant.value("SELECT count(*) FROM iasql_parked_cloud.security_group_rule"));
    assertThat(aws.calls().stream().skip(before).map(AwsProxy.Call::action))
        .isNotEmpty()
        .allMatch(action -> action.startsWith("Describe") || action.startsWith("Get"));
  }

  @Test
  void isTakenBackIfNothingCouldBeRead() {
    TestTenant tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), "aws_account", "aws_vpc");
    sync.importModules(tenant, "aws_account", "aws_vpc");
    tenant.makeModules(AwsModules.all(), "aws_security_group_inline");
    aws.fail(
        call -> call.action().equals("DescribeSecurityGroups"),
        403,
        "UnauthorizedOperation",
        "No.");
    ObjectNode work = Json.MAPPER.createObjectNode();
    work.set("modules", Json.MAPPER.valueToTree(List.of("aws_security_group_inline")));
    work.set("requested", work.get("modules"));
    work.put("then", "swap_end");

    Answer answer = sync.perform(tenant, tenant.request("iasql_swap", "import", List.of(), work));

    assertThat(answer.stage()).isEqualTo("undo");
    assertThat(answer.work().path("then").asText()).isEqualTo("swap_end");
    assertThat(answer.work().path("fault").path("code").asText()).isEqualTo("AWS_ACCESS_DENIED");
    aws.passAll();
  }
}
