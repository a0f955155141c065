package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.catalogue;
import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.refs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.InstallPlan.Action;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallPlannerTest {
  private static final ModuleManifest ACCOUNT = manifest("aws_account", "1.0.0", Map.of());
  private static final ModuleManifest VPC =
      manifest("aws_vpc", "1.0.0", Map.of("aws_account", "^1.0.0"));
  private static final ModuleManifest GROUPS =
      manifest("aws_security_group", "1.0.0", Map.of("aws_vpc", ">=1.0.0 <2.0.0"));

  @Test
  void bringsDependenciesAlongBeforeWhatNeedsThem() {
    InstallPlan plan =
        new InstallPlanner(catalogue(GROUPS, VPC, ACCOUNT))
            .plan(List.of(), refs("aws_security_group"));

    assertThat(plan.steps())
        .extracting(step -> step.id().toString(), InstallPlan.Step::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("aws_account@1.0.0", "needed by aws_vpc"),
            org.assertj.core.groups.Tuple.tuple("aws_vpc@1.0.0", "needed by aws_security_group"),
            org.assertj.core.groups.Tuple.tuple("aws_security_group@1.0.0", "requested"));
  }

  @Test
  void keepsWhatIsInstalled() {
    InstallPlan plan =
        new InstallPlanner(catalogue(VPC, ACCOUNT)).plan(List.of(ACCOUNT, VPC), refs("aws_vpc"));

    assertThat(plan.installs()).isEmpty();
    assertThat(plan.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.action()).isEqualTo(Action.KEEP));
  }

  @Test
  void takesTheNewestVersionThatEveryoneAccepts() {
    ModuleManifest newAccount = manifest("aws_account", "2.0.0", Map.of());

    InstallPlan plan =
        new InstallPlanner(catalogue(VPC, ACCOUNT, newAccount)).plan(List.of(), refs("aws_vpc"));

    assertThat(plan.steps())
        .extracting(step -> step.id().toString())
        .startsWith("aws_account@1.0.0");
  }

  @Test
  void goesBackToAnOlderVersionWhenTheNewestCannotWork() {
    ModuleManifest newVpc = manifest("aws_vpc", "1.1.0", Map.of("aws_account", "^9.0.0"));

    InstallPlan plan =
        new InstallPlanner(catalogue(newVpc, VPC, ACCOUNT)).plan(List.of(), refs("aws_vpc"));

    assertThat(plan.steps())
        .extracting(step -> step.id().toString())
        .containsExactly("aws_account@1.0.0", "aws_vpc@1.0.0");
  }

  @Test
  void namesTheRequirementsThatClash() {
    ModuleManifest other = manifest("other", "1.0.0", Map.of("aws_account", "^2.0.0"));

    ConflictException e =
        catchThrowableOfType(
            ConflictException.class,
            () ->
                new InstallPlanner(catalogue(VPC, ACCOUNT, other))
                    .plan(List.of(), refs("aws_vpc", "other")));

    assertThat(e.code()).isEqualTo(ErrorCode.VERSION_CLASH);
    assertThat(e.fault().detail()).contains("other@1.0.0 needs aws_account ^2.0.0");
  }

  @Test
  void suggestsTheNameTheUserMeant() {
    UserException e =
        catchThrowableOfType(
            UserException.class,
            () -> new InstallPlanner(catalogue(VPC, ACCOUNT)).plan(List.of(), refs("aws_vcp")));

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_NOT_FOUND);
    assertThat(e.fault().hint()).startsWith("Did you mean aws_vpc?");
  }

  @Test
  void listsTheVersionsThereAreWhenTheAskedOneIsNot() {
    UserException e =
        catchThrowableOfType(
            UserException.class,
            () ->
                new InstallPlanner(catalogue(VPC, ACCOUNT)).plan(List.of(), refs("aws_vpc@7.0.0")));

    assertThat(e.code()).isEqualTo(ErrorCode.VERSION_NOT_FOUND);
    assertThat(e.fault().hint()).isEqualTo("It has 1.0.0.");
  }

  @Test
  void refusesTwoModulesThatManageTheSameResource() {
    ModuleManifest one =
        manifest("one", "1.0.0", Map.of(), List.of("a"), List.of("AWS::EC2::SecurityGroup"));
    ModuleManifest two =
        manifest("two", "1.0.0", Map.of(), List.of("b"), List.of("AWS::EC2::SecurityGroup"));

    ConflictException e =
        catchThrowableOfType(
            ConflictException.class,
            () -> new InstallPlanner(catalogue(one, two)).plan(List.of(one), refs("two")));

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_CONFLICT);
    assertThat(e.getMessage()).isEqualTo("modules one and two cannot be installed together");
    assertThat(e.fault().detail()).contains("the resource type AWS::EC2::SecurityGroup");
  }
}
