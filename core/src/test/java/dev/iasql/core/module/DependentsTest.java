package dev.iasql.core.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependentsTest {
  private final ModuleCatalogue catalogue = new ModuleCatalogue();

  @Test
  void namesWhoeverNoOtherVersionServes() {
    add("vpc", "1.0.0", Map.of());
    add("vpc", "2.0.0", Map.of());
    add("old", "1.0.0", Map.of("vpc", "^1.0.0"));
    add("new", "1.0.0", Map.of("vpc", "^2.0.0"));
    add("easy", "1.0.0", Map.of("vpc", "*"));

    assertThat(restingOn("vpc", "1.0.0")).containsExactly("old@1.0.0");
    assertThat(restingOn("vpc", "2.0.0")).containsExactly("new@1.0.0");
    assertThat(restingOn("old", "1.0.0")).isEmpty();
  }

  @Test
  void namesEveryVersionThatNeedsIt() {
    add("vpc", "1.0.0", Map.of());
    add("group", "1.0.0", Map.of("vpc", "^1.0.0"));
    add("group", "1.1.0", Map.of("vpc", "^1.0.0"));

    assertThat(restingOn("vpc", "1.0.0")).containsExactlyInAnyOrder("group@1.0.0", "group@1.1.0");
  }

  @Test
  void knowsThatAnotherModuleMayProvideTheSame() {
    add("vpc", "1.0.0", Map.of(), "vpcs@1.0.0");
    add("lean", "1.0.0", Map.of(), "vpcs@1.1.0");
    add("group", "1.0.0", Map.of("vpcs", "^1.0.0"));
    add("strict", "1.0.0", Map.of("vpcs", ">=1.1.0"));

    assertThat(restingOn("vpc", "1.0.0")).isEmpty();
    assertThat(restingOn("lean", "1.0.0")).containsExactly("strict@1.0.0");
  }

  private List<String> restingOn(String name, String version) {
    ModuleManifest manifest =
        catalogue.find(new ModuleId(name, ModuleVersion.parse(version))).orElseThrow();
    return new Dependents(catalogue).restingOn(manifest).stream().map(ModuleId::toString).toList();
  }

  private void add(
      String name, String version, Map<String, String> dependencies, String... capabilities) {
    catalogue.add(
        new ModuleManifest(
            name,
            version,
            "For tests.",
            dependencies,
            new Provides(List.of(name), null, null, null, List.of(capabilities)),
            null,
            null));
  }
}
