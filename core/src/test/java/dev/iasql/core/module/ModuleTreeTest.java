package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.catalogue;
import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleTreeTest {
  private static final ModuleManifest ACCOUNT = manifest("account", "1.0.0", Map.of());
  private static final ModuleManifest VPC =
      provider("vpc", "1.2.0", Map.of("account", "^1.0.0"), "vpcs@1.0.0");
  private static final ModuleManifest GROUPS =
      manifest("groups", "1.0.0", Map.of("vpcs", "^1.0.0"));
  private static final ModuleManifest EC2 =
      manifest("ec2", "1.0.0", Map.of("groups", "*", "vpc", "^1.1.0"));

  @Test
  void indentsWhatEachRowNeeds() {
    List<ModuleTree.Row> rows =
        ModuleTree.of(
            catalogue(ACCOUNT, VPC, GROUPS, EC2), List.of(ACCOUNT), ModuleRef.parse("ec2"));

    assertThat(rows)
        .extracting(ModuleTree.Row::text)
        .containsExactly(
            "ec2@1.0.0", "  groups@1.0.0", "    vpc@1.2.0", "      account@1.0.0", "  vpc@1.2.0");
    assertThat(rows)
        .extracting(ModuleTree.Row::note)
        .containsExactly(
            "not installed",
            "not installed",
            "not installed, provides vpcs",
            "installed",
            "not installed, its dependencies are shown above");
    assertThat(rows.get(2))
        .isEqualTo(
            new ModuleTree.Row(
                2, "vpc", "1.2.0", "^1.0.0", "not installed, provides vpcs", "    vpc@1.2.0"));
    assertThat(rows.getFirst().range()).isNull();
  }

  @Test
  void showsAModuleThatWhatIsInstalledKeepsOut() {
    ModuleManifest rival = manifest("rival", "1.0.0", Map.of(), List.of("account"), List.of());

    assertThat(ModuleTree.of(catalogue(ACCOUNT, rival), List.of(ACCOUNT), ModuleRef.parse("rival")))
        .hasSize(1);
  }
}
