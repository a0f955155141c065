package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.catalogue;
import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.migrated;
import static dev.iasql.core.module.Fixtures.refs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.IasqlException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradePlannerTest {
  private static final ModuleManifest VPC_1 = migrated("vpc", "1.0.0", Map.of());
  private static final ModuleManifest VPC_1_1 = migrated("vpc", "1.1.0", Map.of(), "1.0.0");
  private static final ModuleManifest VPC_2 = migrated("vpc", "2.0.0", Map.of(), "1.1.0");
  private static final ModuleManifest EC2_1 = migrated("ec2", "1.0.0", Map.of("vpc", "^1.0.0"));
  private static final ModuleManifest EC2_2 =
      migrated("ec2", "2.0.0", Map.of("vpc", "^2.0.0"), "1.0.0");

  @Test
  void passesThroughTheVersionsBetween() {
    UpgradePlan plan =
        new UpgradePlanner(catalogue(VPC_1, VPC_1_1, VPC_2)).plan(List.of(VPC_1), List.of());

    assertThat(plan.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.to()).isEqualTo(VPC_2);
              assertThat(step.path())
                  .extracting(ModuleId::toString)
                  .containsExactly("vpc@1.1.0", "vpc@2.0.0");
              assertThat(step.reason()).isEqualTo("requested");
            });
  }

  @Test
  void stopsWhereADependentWouldBreak() {
    UpgradePlan plan =
        new UpgradePlanner(catalogue(VPC_1, VPC_1_1, VPC_2, EC2_1))
            .plan(List.of(VPC_1, EC2_1), refs("vpc"));

    assertThat(plan.moves()).extracting(UpgradePlan.Step::to).containsExactly(VPC_1_1);
  }

  @Test
  void takesAlongWhatMustMoveToo() {
    UpgradePlan plan =
        new UpgradePlanner(catalogue(VPC_1, VPC_1_1, VPC_2, EC2_1, EC2_2))
            .plan(List.of(VPC_1, EC2_1), refs("ec2"));

    assertThat(plan.steps())
        .extracting(step -> step.to().id() + ": " + step.reason())
        .containsExactly("vpc@2.0.0: needed by ec2", "ec2@2.0.0: requested");
  }

  @Test
  void saysWhyAModuleStays() {
    UpgradePlan plan =
        new UpgradePlanner(catalogue(VPC_1_1, VPC_2, EC2_1))
            .plan(List.of(VPC_1_1, EC2_1), refs("vpc", "ec2"));

    assertThat(plan.moves()).isEmpty();
    assertThat(plan.steps())
        .extracting(step -> step.to().name() + ": " + step.reason())
        .containsExactly(
            "vpc: held back: the call needs vpc 2.0.0; the database has ec2; ec2@1.0.0 needs vpc ^1.0.0; installed is vpc@1.1.0.",
            "ec2: no newer version");
  }

  @Test
  void refusesWhatNoMigrationLeadsTo() {
    UpgradePlanner planner = new UpgradePlanner(catalogue(VPC_1, VPC_2));

    assertThat(refusal(planner, List.of(VPC_1), "vpc").code()).isEqualTo(ErrorCode.NO_MIGRATION);
    assertThat(refusal(planner, List.of(VPC_1), "vpc@2.0.0").code())
        .isEqualTo(ErrorCode.NO_MIGRATION);
    assertThat(refusal(planner, List.of(VPC_2), "vpc@1.0.0").code())
        .isEqualTo(ErrorCode.NO_MIGRATION);
    assertThat(planner.plan(List.of(VPC_1), List.of()).moves()).isEmpty();
  }

  @Test
  void refusesToInstallWhatTheNewVersionNeeds() {
    ModuleManifest next = migrated("ec2", "2.0.0", Map.of("iam", "^1.0.0"), "1.0.0");
    UpgradePlanner planner =
        new UpgradePlanner(catalogue(VPC_1, EC2_1, next, manifest("iam", "1.0.0", Map.of())));

    IasqlException e = refusal(planner, List.of(VPC_1, EC2_1), "ec2");

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_NEEDED);
    assertThat(e.fault().detail()).contains("ec2@2.0.0 needs iam ^1.0.0");
    assertThat(e.fault().hint()).contains("iasql_install('iam')");
  }

  @Test
  void refusesAnExactVersionThatADependentDoesNotTake() {
    IasqlException e =
        refusal(
            new UpgradePlanner(catalogue(VPC_1_1, VPC_2, EC2_1)),
            List.of(VPC_1_1, EC2_1),
            "vpc@2.0.0");

    assertThat(e).isInstanceOf(ConflictException.class);
    assertThat(e.fault().detail()).contains("ec2@1.0.0 needs vpc ^1.0.0");
  }

  @Test
  void refusesWhatIsNotInstalledOrNotPublished() {
    UpgradePlanner planner = new UpgradePlanner(catalogue(VPC_1, EC2_1));

    assertThat(refusal(planner, List.of(VPC_1), "ec2").code())
        .isEqualTo(ErrorCode.MODULE_NOT_INSTALLED);
    assertThat(refusal(planner, List.of(VPC_1), "vpc@9.0.0").code())
        .isEqualTo(ErrorCode.VERSION_NOT_FOUND);
  }

  @Test
  void listsWhatIsOutdatedAndHowFarItCanGo() {
    assertThat(
            new UpgradePlanner(catalogue(VPC_1, VPC_1_1, VPC_2, EC2_1))
                .outdated(List.of(VPC_1, EC2_1)))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.name()).isEqualTo("vpc");
              assertThat(row.newest()).hasToString("2.0.0");
              assertThat(row.reachable()).isEqualTo(Optional.of(ModuleVersion.parse("1.1.0")));
              assertThat(row.heldBackBy()).contains("ec2@1.0.0 needs vpc ^1.0.0");
            });
  }

  @Test
  void aPreReleaseMakesNothingOutdated() {
    ModuleManifest next = migrated("vpc", "3.0.0-rc.1", Map.of(), "2.0.0");
    UpgradePlanner planner = new UpgradePlanner(catalogue(VPC_2, next));

    assertThat(planner.outdated(List.of(VPC_2))).isEmpty();
    assertThat(planner.plan(List.of(VPC_2), List.of()).moves()).isEmpty();
    assertThat(planner.plan(List.of(VPC_2), refs("vpc@3.0.0-rc.1")).moves()).hasSize(1);
  }

  private static IasqlException refusal(
      UpgradePlanner planner, List<ModuleManifest> installed, String ref) {
    return catchThrowableOfType(IasqlException.class, () -> planner.plan(installed, refs(ref)));
  }
}
