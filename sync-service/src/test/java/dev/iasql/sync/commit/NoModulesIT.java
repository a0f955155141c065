package dev.iasql.sync.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.request.Stage;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database without AWS modules, as it is at first or if all its modules are plain SQL. */
class NoModulesIT {
  @ParameterizedTest
  @EnumSource(names = {"PREVIEW", "COMMIT", "ROLLBACK", "REFRESH"})
  void nothingIsPendingAndNothingFails(Stage stage) {
    try (TestSync sync =
        new TestSync(
            AwsModules.all(),
            TestAwsConfiguration.of(TestServers.aws().endpoint(), Set.of("us-east-1")))) {
      CommitSystem.addStages(sync);

      Answer answer = sync.perform(TestTenant.create(), "iasql_" + stage.code(), stage, List.of());

      assertThat(answer.state()).as("%s", answer).isEqualTo("done");
      assertThat(answer.rows()).isEmpty();
    }
  }
}
