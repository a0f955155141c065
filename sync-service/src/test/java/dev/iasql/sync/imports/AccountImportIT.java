package dev.iasql.sync.imports;

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

class AccountImportIT {
  private static TestSync sync;

  @BeforeAll
  static void start() {
    sync =
        new TestSync(
            AwsModules.all(),
            TestAwsConfiguration.of(
                TestServers.aws().endpoint(), Set.copyOf(TestServers.aws().regions())));
  }

  @AfterAll
  static void stop() {
    sync.close();
  }

  @Test
  void theFirstImportFindsTheAccountAndEnablesTheConfiguredRegions() {
    TestTenant tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), "aws_account");

    Answer answer = sync.importModules(tenant, "aws_account");

    assertThat(answer.state()).as("%s", answer).isEqualTo("done");
    assertThat(answer.row("table_name", "aws_account").path("record_count").asInt()).isEqualTo(1);
    assertThat(answer.row("table_name", "aws_region").path("reason").asText())
        .isEqualTo("requested");
    assertThat(tenant.column("SELECT account_id FROM public.aws_account WHERE is_default"))
        .containsExactly("123456789012");
    assertThat(tenant.column("SELECT region FROM public.aws_region WHERE is_enabled ORDER BY 1"))
        .containsExactly("eu-west-1", "us-east-1", "us-west-2");
    assertThat(tenant.value("SELECT state FROM iasql.module")).isEqualTo("installed");
  }
}
