package dev.iasql.sync.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The names a user gives, right and wrong. */
class RefreshStageIT {
  private static TestSync sync;
  private static TestTenant tenant;

  @BeforeAll
  static void start() {
    sync =
        new TestSync(
            AwsModules.all(),
            TestAwsConfiguration.of(TestServers.aws().endpoint(), Set.of("us-east-1")));
    tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), "aws_account");
    sync.importModules(tenant, "aws_account");
  }

  @AfterAll
  static void stop() {
    sync.close();
  }

  @Test
  void noNameMeansAllTables() {
    Answer answer = sync.refresh(tenant);

    assertThat(answer.rows().findValuesAsText("table_name"))
        .containsExactly("aws_account", "aws_region");
  }

  @Test
  void aNameGivenTwiceIsReadOnce() {
    Answer answer = sync.refresh(tenant, "aws_account", " aws_account ");

    assertThat(answer.rows().findValuesAsText("table_name")).containsExactly("aws_account");
  }

  @Test
  void aSlipOfTheKeyboardIsRecognised() {
    Answer answer = sync.refresh(tenant, "aws_acount");

    assertThat(answer.error().path("sql_state").asText()).isEqualTo("IA032");
    assertThat(answer.error().path("message").asText())
        .isEqualTo("no installed module reads a table \"aws_acount\" from AWS");
    assertThat(answer.error().path("hint").asText()).isEqualTo("Did you mean aws_account?");
  }

  @Test
  void theModuleThatBringsATableIsNamed() {
    Answer answer = sync.refresh(tenant, "vpc");

    assertThat(answer.error().path("hint").asText())
        .isEqualTo("Module aws_vpc brings it: SELECT * FROM iasql_install('aws_vpc');");
  }

  @Test
  void sqlInANameIsOnlyAName() {
    Answer answer = sync.refresh(tenant, "aws_account\"; DROP TABLE public.aws_account; --");

    assertThat(answer.error().path("code").asText()).isEqualTo("TABLE_NOT_FOUND");
    assertThat(tenant.value("SELECT count(*) FROM public.aws_account")).isEqualTo("1");
  }
}
