package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.refs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UninstallPlannerTest {
  private static final ModuleManifest ACCOUNT = manifest("aws_account", "1.0.0", Map.of());
  private static final ModuleManifest VPC =
      manifest("aws_vpc", "1.0.0", Map.of("aws_account", "^1.0.0"));
  private static final List<ModuleManifest> INSTALLED = List.of(ACCOUNT, VPC);

  @Test
  void removesDependentsFirst() {
    assertThat(UninstallPlanner.plan(INSTALLED, refs("aws_account", "aws_vpc")))
        .containsExactly(VPC, ACCOUNT);
  }

  @Test
  void namesWhoStillNeedsIt() {
    ConflictException e =
        catchThrowableOfType(
            ConflictException.class, () -> UninstallPlanner.plan(INSTALLED, refs("aws_account")));

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_NEEDED);
    assertThat(e.getMessage()).isEqualTo("module aws_account is needed by aws_vpc");
    assertThat(e.fault().hint()).contains("iasql_uninstall('aws_vpc', 'aws_account')");
  }

  @Test
  void saysWhatIsNotInstalled() {
    UserException e =
        catchThrowableOfType(
            UserException.class, () -> UninstallPlanner.plan(INSTALLED, refs("aws_vps")));

    assertThat(e.code()).isEqualTo(ErrorCode.MODULE_NOT_INSTALLED);
    assertThat(e.fault().hint()).startsWith("Did you mean aws_vpc?");
  }

  @Test
  void refusesAnotherVersionThanTheInstalledOne() {
    UserException e =
        catchThrowableOfType(
            UserException.class, () -> UninstallPlanner.plan(INSTALLED, refs("aws_vpc@2.0.0")));

    assertThat(e.fault().hint()).contains("aws_vpc@1.0.0");
  }
}
