package dev.iasql.registry.store;

import static dev.iasql.registry.Fixtures.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final Map<String, String> TWO = Map.of("first", "^1.0.0", "second", "^2.0.0");

  @Test
  void isTheSameInEveryProcessWhateverOrderMapsHaveThere() {
    assertThat(ContentHash.of(bundle("install", "readme")))
        .isEqualTo("4cc6bc6396e2fc41092c960e595d4f2e74dc01fd1b43a31b115b3572b5fb9655");
  }

  @Test
  void differsWhenAnyFileDiffers() {
    String hash = ContentHash.of(bundle("install", "readme"));

    assertThat(ContentHash.of(bundle("install ", "readme"))).isNotEqualTo(hash);
    assertThat(ContentHash.of(bundle("install", "readme "))).isNotEqualTo(hash);
    assertThat(ContentHash.of(bundle(ModuleKind.SQL, Map.of()))).isNotEqualTo(hash);
    assertThat(ContentHash.of(bundle(ModuleKind.AWS, Map.of("0.9.0", "migrate"))))
        .isNotEqualTo(hash);
    assertThat(ContentHash.of(bundle(ModuleKind.AWS, Map.of()))).isEqualTo(hash);
  }

  private static ModuleBundle bundle(String installSql, String readme) {
    return new ModuleBundle(
        manifest("fruit", "1.0.0", TWO), ModuleKind.AWS, installSql, "uninstall", readme, Map.of());
  }

  private static ModuleBundle bundle(ModuleKind kind, Map<String, String> migrations) {
    return new ModuleBundle(
        manifest("fruit", "1.0.0", TWO), kind, "install", "uninstall", "readme", migrations);
  }
}
