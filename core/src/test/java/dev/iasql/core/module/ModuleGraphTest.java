package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {
  @Test
  void showsWhatDependsOnWhat() {
    ModuleGraph graph =
        ModuleGraph.of(
            List.of(
                manifest("account", "1.0.0", Map.of()),
                manifest("vpc", "1.1.0", Map.of("account", "^1.0.0"))));

    assertThat(graph.nodes())
        .extracting(ModuleGraph.Node::name, ModuleGraph.Node::version)
        .containsExactly(tuple("account", "1.0.0"), tuple("vpc", "1.1.0"));
    assertThat(graph.edges())
        .containsExactly(new ModuleGraph.Edge("vpc", "account", "^1.0.0", null));
    assertThat(graph.conflicts()).isEmpty();
  }

  @Test
  void showsEachConflictOnceWithWhatBothClaim() {
    ModuleManifest vpc = manifest("vpc", "1.0.0", Map.of());
    ModuleManifest rival =
        new ModuleManifest(
            "rival",
            "1.0.0",
            "The same table.",
            null,
            Provides.tables(List.of("vpc"), null),
            null,
            null);

    assertThat(ModuleGraph.of(List.of(rival, vpc)).conflicts())
        .containsExactly(
            new ModuleGraph.Conflict(List.of("rival", "vpc"), List.of("the relation vpc")));
  }
}
