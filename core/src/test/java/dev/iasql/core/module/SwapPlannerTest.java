package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.catalogue;
import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.error.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwapPlannerTest {
  private static final ModuleManifest GROUPS = provider("groups", "1.0.0", Map.of(), "sg@1.0.0");
  private static final ModuleManifest INLINE =
      provider("inline", "1.0.0", Map.of("extra", "*"), "sg@1.0.0");
  private static final ModuleManifest INLINE_2 = provider("inline", "2.0.0", Map.of(), "sg@2.0.0");
  private static final ModuleManifest EXTRA = manifest("extra", "1.0.0", Map.of());
  private static final ModuleManifest USER = manifest("user", "1.0.0", Map.of("sg", "^1.0.0"));
  private static final ModuleManifest STRICT = manifest("strict", "1.0.0", Map.of("groups", "*"));
  private static final ModuleCatalogue CATALOGUE =
      catalogue(GROUPS, INLINE, INLINE_2, EXTRA, USER, STRICT);

  @Test
  void bringsTheNewestThatServesWhoStays() {
    SwapPlan plan = swap(List.of(GROUPS, USER), "groups", "inline");

    assertThat(plan.leaving()).containsExactly(GROUPS);
    assertThat(plan.arriving().steps())
        .extracting(step -> step.id().toString())
        .containsExactly("extra@1.0.0", "inline@1.0.0");
    assertThat(plan.rebound()).containsExactly(USER);
  }

  @Test
  void bringsTheNewestIfNobodyStays() {
    assertThat(swap(List.of(GROUPS), "groups", "inline").arriving().installs())
        .extracting(step -> step.id().toString())
        .containsExactly("inline@2.0.0");
  }

  @Test
  void namesWhoNeedsTheModuleItself() {
    IasqlException e = refusal(List.of(GROUPS, STRICT), "groups", "inline");

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_NEEDED);
    assertThat(e.getMessage())
        .isEqualTo("module groups is needed by strict, and inline does not replace it there");
    assertThat(e.fault().detail()).isEqualTo("strict@1.0.0 needs groups *.");
  }

  @Test
  void doesNotBringBackWhatLeaves() {
    assertThat(swap(List.of(GROUPS), "groups", "user").arriving().installs())
        .extracting(step -> step.id().name())
        .containsExactly("extra", "inline", "user");
    assertThat(refusal(List.of(GROUPS), "groups", "strict").code())
        .isEqualTo(ErrorCode.VERSION_CLASH);
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(refusal(List.of(EXTRA), "groups", "inline").code())
        .isEqualTo(ErrorCode.MODULE_NOT_INSTALLED);
    assertThat(refusal(List.of(GROUPS), "groups", "nothing").code())
        .isEqualTo(ErrorCode.MODULE_NOT_FOUND);
    assertThat(refusal(List.of(GROUPS), "groups", "inline@7.0.0").code())
        .isEqualTo(ErrorCode.VERSION_NOT_FOUND);
  }

  @Test
  void refusesToSwapAModuleForItself() {
    assertThat(refusal(List.of(GROUPS), "groups", "groups"))
        .isInstanceOf(UserException.class)
        .satisfies(e -> assertThat(e.fault().hint()).contains("iasql_upgrade('groups')"));
  }

  @Test
  void refusesAConflictWithWhatStays() {
    ModuleManifest rival = manifest("rival", "1.0.0", Map.of(), List.of("extra"), List.of());
    ConflictException e =
        catchThrowableOfType(
            ConflictException.class,
            () ->
                new SwapPlanner(catalogue(GROUPS, EXTRA, rival))
                    .plan(
                        List.of(GROUPS, EXTRA),
                        ModuleRef.parse("groups"),
                        ModuleRef.parse("rival")));

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_CONFLICT);
  }

  private static SwapPlan swap(List<ModuleManifest> installed, String leaving, String arriving) {
    return new SwapPlanner(CATALOGUE)
        .plan(installed, ModuleRef.parse(leaving), ModuleRef.parse(arriving));
  }

  private static IasqlException refusal(
      List<ModuleManifest> installed, String leaving, String arriving) {
    return catchThrowableOfType(IasqlException.class, () -> swap(installed, leaving, arriving));
  }
}
