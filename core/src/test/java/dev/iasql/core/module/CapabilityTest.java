package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.catalogue;
import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.provider;
import static dev.iasql.core.module.Fixtures.refs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is chosen where a module depends on a capability. */
class CapabilityTest {
  private static final ModuleManifest TABLES = provider("groups", "1.0.0", Map.of(), "sg@1.0.0");
  private static final ModuleManifest INLINE = provider("inline", "1.0.0", Map.of(), "sg@1.0.0");
  private static final ModuleManifest USER = manifest("user", "1.0.0", Map.of("sg", "^1.0.0"));
  private static final ModuleCatalogue CATALOGUE = catalogue(INLINE, TABLES, USER);

  @Test
  void readsANameAndAVersion() {
    assertThat(Capability.parse("sg").version()).isEmpty();
    assertThat(Capability.parse("sg@1.2.0").version()).contains(ModuleVersion.parse("1.2.0"));
    assertThatThrownBy(() -> Capability.parse("Sg")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Capability.parse("sg@1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesTheInstalledProvider() {
    assertThat(plan(List.of(INLINE), "user")).containsExactly("user@1.0.0");
  }

  @Test
  void takesTheProviderNamedInTheCall() {
    assertThat(plan(List.of(), "user", "inline")).containsExactly("inline@1.0.0", "user@1.0.0");
  }

  @Test
  void takesTheModuleOfThatName() {
    ModuleManifest sg = manifest("sg", "1.1.0", Map.of());
    InstallPlan plan =
        new InstallPlanner(catalogue(INLINE, TABLES, USER, sg)).plan(List.of(), refs("user"));

    assertThat(plan.steps()).extracting(step -> step.id().name()).containsExactly("sg", "user");
  }

  @Test
  void takesTheFirstByNameAndSaysForWhom() {
    InstallPlan plan = new InstallPlanner(CATALOGUE).plan(List.of(), refs("user"));

    assertThat(plan.steps())
        .extracting(step -> step.id() + ": " + step.reason())
        .containsExactly("groups@1.0.0: needed by user", "user@1.0.0: requested");
  }

  @Test
  void passesOverAProviderOfAnotherVersionOrOfNone() {
    InstallPlan plan =
        new InstallPlanner(
                catalogue(
                    provider("a", "1.0.0", Map.of(), "sg"),
                    provider("b", "1.0.0", Map.of(), "sg@2.0.0"),
                    INLINE,
                    USER))
            .plan(List.of(), refs("user"));

    assertThat(plan.steps()).extracting(step -> step.id().name()).containsExactly("inline", "user");
  }

  @Test
  void aCapabilityWithoutAVersionMeetsEveryVersionOnly() {
    ModuleManifest plain = provider("plain", "1.0.0", Map.of(), "sg");
    ModuleManifest easy = manifest("easy", "1.0.0", Map.of("sg", "*"));

    assertThat(new InstallPlanner(catalogue(plain, easy)).plan(List.of(), refs("easy")).installs())
        .hasSize(2);
  }

  @Test
  void namesTheProvidersToWhoAsksForACapability() {
    UserException e =
        catchThrowableOfType(
            UserException.class, () -> new InstallPlanner(CATALOGUE).plan(List.of(), refs("sg")));

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_NOT_FOUND);
    assertThat(e.fault().hint()).contains("groups, inline");
  }

  @Test
  void anotherProviderThatStaysLetsOneGo() {
    assertThat(UninstallPlanner.plan(List.of(INLINE, TABLES, USER), refs("groups")))
        .containsExactly(TABLES);
  }

  @Test
  void theOnlyProviderIsNeeded() {
    ConflictException e =
        catchThrowableOfType(
            ConflictException.class,
            () -> UninstallPlanner.plan(List.of(TABLES, USER), refs("groups")));

    assertThat(e.getMessage()).isEqualTo("module groups is needed by user");
  }

  @Test
  void theCatalogueForgetsTheCapabilitiesOfARemovedModule() {
    ModuleCatalogue changed = catalogue(TABLES, INLINE);
    changed.remove(TABLES.id());

    assertThat(changed.providersOf("sg")).containsExactly("inline");
  }

  private static List<String> plan(List<ModuleManifest> installed, String... names) {
    return new InstallPlanner(CATALOGUE)
        .plan(installed, refs(names)).installs().stream()
            .map(step -> step.id().toString())
            .toList();
  }
}
