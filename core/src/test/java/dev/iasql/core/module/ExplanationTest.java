package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.catalogue;
import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.refs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user reads when no set of modules would do. */
class ExplanationTest {
  private static final ModuleManifest A = manifest("a", "1.0.0", Map.of("c", "^1.0.0"));
  private static final ModuleManifest B = manifest("b", "2.1.0", Map.of("c", "^2.0.0"));
  private static final ModuleManifest C1 = manifest("c", "1.0.0", Map.of());
  private static final ModuleManifest C2 = manifest("c", "2.0.0", Map.of());

  @Test
  void namesTheChainOfRequirementsFromTheCallOn() {
    assertThat(clash(catalogue(A, B, C1, C2), List.of(), "a", "b"))
        .isEqualTo(
            "the call needs a; a@1.0.0 needs c ^1.0.0; the call needs b; b@2.1.0 needs c ^2.0.0.");
  }

  @Test
  void namesWhatIsInstalled() {
    assertThat(clash(catalogue(A, B, C1, C2), List.of(C1), "b"))
        .isEqualTo("the call needs b; b@2.1.0 needs c ^2.0.0; installed is c@1.0.0.");
  }

  @Test
  void saysWhatIsPublishedInstead() {
    assertThat(clash(catalogue(B, C1), List.of(), "b"))
        .isEqualTo("the call needs b; b@2.1.0 needs c ^2.0.0; published are c@1.0.0.");
    assertThat(clash(catalogue(B), List.of(), "b"))
        .isEqualTo("the call needs b; b@2.1.0 needs c ^2.0.0; nobody published c.");
  }

  @Test
  void tellsWhyOtherVersionsFailToo() {
    ModuleManifest newest = manifest("a", "2.0.0", Map.of("c", "^9.0.0"));

    assertThat(clash(catalogue(newest, A, B, C1, C2), List.of(), "a", "b"))
        .startsWith("the call needs a; a@2.0.0 needs c ^9.0.0; published are c@2.0.0, c@1.0.0.")
        .contains(
            "Another way fails too: the call needs a; a@1.0.0 needs c ^1.0.0; the call needs b;");
  }

  @Test
  void leavesOutDeadEndsThatHadAWayAround() {
    ModuleManifest newest = manifest("x", "2.0.0", Map.of("gone", "*"));
    ModuleManifest older = manifest("x", "1.0.0", Map.of());

    assertThat(clash(catalogue(newest, older, A, B, C1, C2), List.of(), "x", "a", "b"))
        .doesNotContain("gone");
  }

  @Test
  void offersToSwapAConflictWithWhatIsInstalled() {
    ConflictException e =
        refusal(catalogue(rival("one"), rival("two")), List.of(rival("one")), "two");

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_CONFLICT);
    assertThat(e.fault().detail())
        .isEqualTo("Both claim the relation t, the resource type AWS::EC2::VPC.");
    assertThat(e.fault().hint()).contains("SELECT * FROM iasql_swap('one', 'two')");
  }

  @Test
  void tellsHowAConflictCameAbout() {
    ModuleManifest user = manifest("user", "1.0.0", Map.of("two", "*"));
    ConflictException e =
        refusal(catalogue(rival("one"), rival("two"), user), List.of(), "one", "user");

    assertThat(e.getMessage()).isEqualTo("modules one and two cannot be installed together");
    assertThat(e.fault().detail()).contains("user@1.0.0 needs two *");
    assertThat(e.fault().hint()).isEqualTo("Install only one of them.");
  }

  @Test
  void goesAroundAConflictWhereItCan() {
    ModuleManifest peaceful = manifest("two", "0.9.0", Map.of(), List.of("u"), List.of());
    InstallPlan plan =
        new InstallPlanner(catalogue(rival("one"), rival("two"), peaceful))
            .plan(List.of(rival("one")), refs("two"));

    assertThat(plan.installs())
        .extracting(step -> step.id().toString())
        .containsExactly("two@0.9.0");
  }

  @Test
  void choosesAPreReleaseOnlyByItsExactVersion() {
    ModuleManifest next = manifest("c", "3.0.0-rc.1", Map.of());
    InstallPlanner planner = new InstallPlanner(catalogue(C1, next));

    assertThat(planner.plan(List.of(), refs("c")).installs())
        .extracting(step -> step.id().toString())
        .containsExactly("c@1.0.0");
    assertThat(planner.plan(List.of(), refs("c@3.0.0-rc.1")).installs())
        .extracting(step -> step.id().toString())
        .containsExactly("c@3.0.0-rc.1");
  }

  private static ModuleManifest rival(String name) {
    return manifest(name, "1.0.0", Map.of(), List.of("t"), List.of("AWS::EC2::VPC"));
  }

  private static String clash(
      ModuleCatalogue catalogue, List<ModuleManifest> installed, String... names) {
    ConflictException e = refusal(catalogue, installed, names);
    assertThat(e.code()).isEqualTo(ErrorCode.VERSION_CLASH);
    return e.fault().detail();
  }

  private static ConflictException refusal(
      ModuleCatalogue catalogue, List<ModuleManifest> installed, String... names) {
    return catchThrowableOfType(
        ConflictException.class, () -> new InstallPlanner(catalogue).plan(installed, refs(names)));
  }
}
