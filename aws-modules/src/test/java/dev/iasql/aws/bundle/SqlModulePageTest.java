package dev.iasql.aws.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlModulePageTest {
  private static final List<String> SIGHTS = List.of("sights");

  @Test
  void thePageIsTheManifestAndThenTheReadme() {
    ModuleManifest manifest =
        new ModuleManifest(
            "shop_report",
            "1.2.0",
            "Who sells what",
            Map.of("shop", "^1.0.0", "sights", "*"),
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

            * Views: `report`.

            Sales by day.

            ## report

            A row is a day.

            ## Other modules

            Depends on [shop](shop.md) `^1.0.0`, `sights` `*`, which is [view_a](view_a.md) or [view_b](view_b.md).

            ```mermaid
            flowchart TD
              m_shop["shop 1.0.0"]
              m_shop_report["shop_report 1.2.0"]
              m_view_a["view_a 1.0.0"]
              m_view_b["view_b 1.0.0"]
              m_shop_report -->|"^1.0.0"| m_shop
              m_shop_report -.->|"sights *"| m_view_a
              m_shop_report -.->|"sights *"| m_view_b
              m_view_a x--x|"conflict"| m_view_b
              linkStyle 3 stroke:#c00
            ```
            """);
  }

  @Test
  void aReadmeWithoutTitleIsTakenWhole() {
    ModuleManifest manifest =
        new ModuleManifest("alone", "1.0.0", "Alone.", null, null, null, null);

    assertThat(page(manifest, "Just text."))
        .endsWith("\n\nJust text.\n\n## Other modules\n\nIt depends on no other module.\n");
  }

  private static String page(ModuleManifest manifest, String readme) {
    return new SqlModulePage(
            new ModuleBundle(manifest, ModuleKind.SQL, "SELECT 1", "SELECT 1", readme, Map.of()),
            new ModuleRelations(
                List.of(
                    manifest,
                    other("shop", new Provides(null, null, null, null, null)),
                    other("view_a", new Provides(List.of("sight"), null, null, null, SIGHTS)),
                    other("view_b", new Provides(List.of("sight"), null, null, null, SIGHTS)))))
        .text();
  }

  private static ModuleManifest other(String name, Provides provides) {
    return new ModuleManifest(name, "1.0.0", "Other.", null, provides, null, null);
  }
}
