package dev.iasql.sync.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.ScriptedTable;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Far more is read than fits into memory: the tests' JVM has 512 MB. */
class LargeRefreshIT {
  private static final String ACCOUNT = "123456789012";
  private static final String REGION = "us-east-1";
  private static final int ROWS = 60_000;

  /** Compresses well, so that only this JVM has to bear it: 60,000 rows are 960 MB. */
  private static final String LARGE = "0123456789abcdef".repeat(1_000);

  @CloudTable(name = "thing", comment = "A thing.")
  record Thing(
      @Column("Id.") @AssignedId String thingId, @Column("Much text.") String description) {}

  @Test
  void memoryDoesNotGrowWithTheNumberOfResources() {
    ScriptedTable<Thing> things = new ScriptedTable<>(Thing.class);
    AwsModules modules =
        new AwsModules(
            List.of(
                AccountModule.MODULE,
                new AwsModule(
                    "test_things",
                    "1.0.0",
                    "Many things",
                    Map.of("aws_account", "^1.0.0"),
                    List.of(things),
                    List.of())));
    things.gives(
        ACCOUNT,
        REGION,
        () -> IntStream.range(0, ROWS).mapToObj(i -> new Thing("thing-" + i, LARGE + i)));
    TestTenant tenant = TestTenant.create();
    tenant.makeModules(modules, "aws_account", "test_things");

    try (TestSync sync =
        new TestSync(
            modules, TestAwsConfiguration.of(TestServers.aws().endpoint(), Set.of(REGION)))) {
      Answer imported = sync.importModules(tenant, "aws_account", "test_things");
      Answer refreshed = sync.refresh(tenant, "thing");

      assertThat(imported.row("table_name", "thing").path("record_count").asInt()).isEqualTo(ROWS);
      assertThat(refreshed.counts("thing"))
          .isEqualTo("0 created, 0 updated, 0 deleted, 60000 unchanged");
    }
  }
}
