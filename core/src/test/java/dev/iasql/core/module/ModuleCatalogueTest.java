package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.catalogue;
import static dev.iasql.core.module.Fixtures.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleCatalogueTest {
  private static final ModuleManifest OLD = claiming("one", "1.0.0", "t");
  private static final ModuleManifest NEW = claiming("one", "2.0.0", "u");
  private static final ModuleManifest OTHER = claiming("other", "1.0.0", "u");

  @Test
  void listsVersionsNewestFirstWhateverTheOrderTheyCameIn() {
    assertThat(catalogue(OLD, NEW).newestFirst("one")).containsExactly(NEW, OLD);
    assertThat(catalogue(NEW, OLD).newestFirst("one")).containsExactly(NEW, OLD);
  }

  @Test
  void preReleasesAreTheNewestOnlyIfThereIsNothingElse() {
    ModuleManifest candidate = claiming("one", "3.0.0-rc.1", "u");

    assertThat(catalogue(OLD, NEW, candidate).newest("one")).contains(NEW);
    assertThat(catalogue(candidate).newest("one")).contains(candidate);
  }

  @Test
  void comparesEachVersionWithTheNewestOfTheOthers() {
    ModuleCatalogue catalogue = catalogue(OLD, NEW, OTHER);

    assertThat(catalogue.conflictsOf(NEW))
        .containsExactly(new Conflict("one", "other", Set.of("the relation u")));
    assertThat(catalogue.conflictsOf(OLD)).isEmpty();
    assertThat(catalogue.conflictsOf(claiming("third", "1.0.0", "t"))).isEmpty();
  }

  @Test
  void forgetsTheConflictsOfARemovedVersion() {
    ModuleCatalogue catalogue = catalogue(OLD, NEW, OTHER);
    catalogue.remove(NEW.id());

    assertThat(catalogue.conflictsOf(OTHER)).isEmpty();
    assertThat(catalogue.conflictsOf(claiming("third", "1.0.0", "t")))
        .extracting(Conflict::other)
        .containsExactly("one");
    catalogue.remove(OLD.id());
    assertThat(catalogue.names()).containsExactly("other");
  }

  private static ModuleManifest claiming(String name, String version, String table) {
    return manifest(name, version, Map.of(), List.of(table), List.of());
  }
}
