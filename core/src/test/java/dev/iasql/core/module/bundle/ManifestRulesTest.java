package dev.iasql.core.module.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestRulesTest {
  @Test
  void acceptsAPlainModule() {
    assertThatCode(
            () ->
                ManifestRules.check(
                    manifest("aws_vpc", "1.0.0", Map.of("aws_account", "^1.0.0")), ModuleKind.AWS))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Vpc", "aws-vpc", "1vpc", "vpc'", "graph", "check"})
  void refusesANameThatIsNotPlainOrIsReserved(String name) {
    assertRefused(manifest(name, "1.0.0", Map.of()), name);
  }

  @Test
  void refusesANameLongerThanPostgresKeeps() {
    assertRefused(manifest("a".repeat(64), "1.0.0", Map.of()), "63");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "one", ""})
  void refusesAVersionThatIsNotSemantic(String version) {
    assertRefused(manifest("vpc", version, Map.of()), "not a semantic version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sometimes", "^x"})
  void refusesADependencyWithoutARange(String range) {
    assertRefused(
        manifest("vpc", "1.0.0", Map.of("aws_account", range)),
        "dependency aws_account has no version range");
  }

  @Test
  void refusesAProvidedNameThatNeedsQuotes() {
    assertRefused(providing(Provides.tables(List.of("Vpc"), List.of())), "provided name \"Vpc\"");
  }

  @Test
  void refusesATableAndAViewOfOneName() {
    assertRefused(
        providing(new Provides(List.of("vpc"), List.of("vpc"), null, null, null)),
        "vpc is listed twice");
  }

  @Test
  void refusesAResourceTypeThatIsNotCloudFormations() {
    ModuleManifest manifest =
        new ModuleManifest("vpc", "1.0.0", "A network.", null, null, List.of("Vpc"), null);
    assertRefused(manifest, "not a CloudFormation resource type: Vpc");
  }

  @Test
  void refusesCloudResourcesInASqlModule() {
    ModuleManifest manifest =
        new ModuleManifest("vpc", "1.0.0", "A.", null, null, List.of("AWS::EC2::VPC"), null);

    assertRefused(manifest, ModuleKind.SQL, "a SQL module manages no cloud resources");
    assertThatCode(() -> ManifestRules.check(manifest, ModuleKind.AWS)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Vpcs", "vpcs@1", "vpcs@", "vpcs 1.0.0"})
  void refusesACapabilityThatIsNoNameWithAVersion(String capability) {
    assertRefused(capable(capability), "capability \"%s\"".formatted(capability));
  }

  @Test
  void refusesACapabilityTwiceAndTheModulesOwnName() {
    assertRefused(capable("vpcs@1.0.0", "vpcs"), "vpcs is listed twice");
    assertRefused(capable("net"), "capability net is the module's own name");
    assertThatCode(() -> ManifestRules.check(capable("vpcs@1.0.0", "nets"), ModuleKind.SQL))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0.0", "1.1.0", "first"})
  void refusesAMigrationFromWhatIsNotAnEarlierVersion(String from) {
    assertRefused(
        new ModuleManifest("vpc", "1.0.0", "A.", null, null, null, List.of(from)),
        "migration from");
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    ModuleManifest manifest = new ModuleManifest("Vpc", "1", " ", null, null, null, null);
    assertRefused(manifest, "name \"Vpc\"");
    assertRefused(manifest, "not a semantic version: 1");
    assertRefused(manifest, "summary is missing");
  }

  private static ModuleManifest manifest(
      String name, String version, Map<String, String> dependencies) {
    return new ModuleManifest(
        name,
        version,
        "For tests.",
        dependencies,
        Provides.tables(List.of(name), List.of()),
        List.of(),
        List.of());
  }

  private static ModuleManifest providing(Provides provides) {
    return new ModuleManifest("net", "1.0.0", "A network.", null, provides, null, null);
  }

  private static ModuleManifest capable(String... capabilities) {
    return providing(new Provides(null, null, null, null, List.of(capabilities)));
  }

  private static void assertRefused(ModuleManifest manifest, String why) {
    assertRefused(manifest, ModuleKind.AWS, why);
  }

  private static void assertRefused(ModuleManifest manifest, ModuleKind kind, String why) {
    assertThatThrownBy(() -> ManifestRules.check(manifest, kind))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.MODULE_INVALID);
              assertThat(e.fault().detail()).contains(why);
            });
  }
}
