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
        .isEqualTo("e2347350a206a1c13de5a30281161ec187620cea14832323234bbc8a540c07a0");
  }

  @Test
  void differsWhenAnyFileDiffers() {
    String hash = ContentHash.of(bundle("install", "readme"));

    assertThat(ContentHash.of(bundle("install ", "readme"))).isNotEqualTo(hash);
    assertThat(ContentHash.of(bundle("install", "readme "))).isNotEqualTo(hash);
  }

  private static ModuleBundle bundle(String installSql, String readme) {
    return new ModuleBundle(
        manifest("fruit", "1.0.0", TWO), ModuleKind.AWS, installSql, "uninstall", readme, Map.of());
  }
}
