package dev.iasql.aws.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlModulePageTest {
  @Test
  void thePageIsTheManifestAndThenTheReadme() {
    ModuleManifest manifest =
        new ModuleManifest(
            "shop_report",
            "1.2.0",
            "Who sells what",
            Map.of("security_groups", "^1.0.0", "aws_vpc", "*"),
            new Provides(null, List.of("report"), null, null, List.of()),
            null,
            null);

    assertThat(
            page(
                manifest, "# shop_report 1.2.0\n\nSales by day.\n\n## report\n\nA row is a day.\n"))
        .isEqualTo(
            """
            # shop_report

            Who sells what. Version 1.2.0. A SQL module: it writes the tables of other modules and calls no cloud itself.

            Depends on [aws_vpc](aws_vpc.md) `*`, security_groups `^1.0.0`.

            ```mermaid
            flowchart LR
              shop_report --> aws_vpc
              shop_report --> security_groups
            ```

            * Views: `report`.

            Sales by day.

            ## report

            A row is a day.
            """);
  }

  @Test
  void aReadmeWithoutTitleIsTakenWhole() {
    ModuleManifest manifest =
        new ModuleManifest("alone", "1.0.0", "Alone.", null, null, null, null);

    assertThat(page(manifest, "Just text."))
        .endsWith("It depends on no other module.\n\nJust text.\n");
  }

  private static String page(ModuleManifest manifest, String readme) {
    return new SqlModulePage(
            new ModuleBundle(manifest, ModuleKind.SQL, "SELECT 1", "SELECT 1", readme, Map.of()),
            Set.of("aws_vpc"))
        .text();
  }
}
