package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependencyRulesTest {
  private final ModuleCatalogue catalogue = new ModuleCatalogue();
  private final DependencyRules rules = new DependencyRules(catalogue);

  @Test
  void acceptsAModuleWhoseDependenciesArePublished() {
    add("account", "1.2.0", Map.of());
    ModuleManifest vpc = add("vpc", "1.0.0", Map.of("account", "^1.0.0"));

    assertThatCode(() -> rules.check(vpc)).doesNotThrowAnyException();
  }

  @Test
  void acceptsTwoWaysToTheSameDependency() {
    add("account", "1.0.0", Map.of());
    add("vpc", "1.0.0", Map.of("account", "^1.0.0"));
    ModuleManifest group = add("group", "1.0.0", Map.of("vpc", "^1.0.0", "account", "^1.0.0"));

    assertThatCode(() -> rules.check(group)).doesNotThrowAnyException();
  }

  @Test
  void refusesADependencyNobodyPublished() {
    assertRefused(add("vpc", "1.0.0", Map.of("account", "^1.0.0")), "account ^1.0.0");
  }

  @Test
  void refusesADependencyOfWhichNoVersionFits() {
    add("account", "1.9.0", Map.of());

    assertRefused(add("vpc", "1.0.0", Map.of("account", "^2.0.0")), "account ^2.0.0");
  }

  @Test
  void refusesModulesThatDependOnEachOther() {
    ModuleManifest egg = add("egg", "1.0.0", Map.of("hen", "^1.0.0"));
    ModuleManifest hen = add("hen", "1.0.0", Map.of("egg", "^1.0.0"));

    assertRefused(egg, "egg -> hen -> egg");
    assertRefused(hen, "hen -> egg -> hen");
  }

  @Test
  void doesNotBlameAModuleForACircleItIsNotPartOf() {
    add("egg", "1.0.0", Map.of("hen", "^1.0.0"));
    add("hen", "1.0.0", Map.of("egg", "^1.0.0"));
    ModuleManifest farm = add("farm", "1.0.0", Map.of("hen", "^1.0.0"));

    assertThatCode(() -> rules.check(farm)).doesNotThrowAnyException();
  }

  @Test
  void refusesACircleThroughACapability() {
    add("groups", "1.0.0", Map.of("vpcs", "^1.0.0"));
    ModuleManifest lean = provider("lean", "1.0.0", Map.of("groups", "*"), "vpcs@1.0.0");
    catalogue.add(lean);

    assertRefused(lean, "lean -> groups -> vpcs of lean");
  }

  @Test
  void acceptsACapabilityThatSomeoneProvides() {
    catalogue.add(provider("lean", "1.0.0", Map.of(), "vpcs@1.0.0"));

    assertThatCode(() -> rules.check(add("groups", "1.0.0", Map.of("vpcs", "^1.0.0"))))
        .doesNotThrowAnyException();
    assertRefused(add("later", "1.0.0", Map.of("vpcs", "^2.0.0")), "vpcs ^2.0.0");
  }

  @Test
  void refusesAModuleThatDependsOnItself() {
    assertRefused(add("egg", "1.0.0", Map.of("egg", "*")), "egg -> egg");
  }

  @Test
  void seesNoCircleWhereTheVersionsDoNotMeet() {
    add("hen", "1.0.0", Map.of("egg", "^1.0.0"));
    add("hen", "2.0.0", Map.of());
    add("egg", "1.0.0", Map.of());
    ModuleManifest egg = add("egg", "2.0.0", Map.of("hen", "^2.0.0"));

    assertThatCode(() -> rules.check(egg)).doesNotThrowAnyException();
  }

  private ModuleManifest add(String name, String version, Map<String, String> dependencies) {
    ModuleManifest manifest = manifest(name, version, dependencies);
    catalogue.add(manifest);
    return manifest;
  }

  private void assertRefused(ModuleManifest manifest, String why) {
    assertThatThrownBy(() -> rules.check(manifest))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.MODULE_INVALID);
              assertThat(e.fault().detail()).contains(why);
            });
  }
}
