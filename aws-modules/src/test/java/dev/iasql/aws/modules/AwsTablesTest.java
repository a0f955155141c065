package dev.iasql.aws.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.iasql.aws.fixture.FixtureModules;
import dev.iasql.aws.fixture.FixtureModules.Managed;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.References;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsTablesTest {
  @Test
  void tablesComeAfterThoseTheyNeed() {
    assertThat(FixtureModules.tables().tables())
        .extracting(AwsTable::name)
        .containsExactly("aws_account", "aws_region", "harbor", "ship", "cabin", "weather");
  }

  @Test
  void tablesOfAModuleKeepTheOrder() {
    assertThat(FixtureModules.tables().tablesOf(Set.of("fixture_ships")))
        .extracting(AwsTable::name)
        .containsExactly("ship", "cabin");
  }

  @Test
  void aTableIsFoundByName() {
    AwsTable<?> weather = FixtureModules.tables().table("weather").orElseThrow();

    assertThat(weather.module().name()).isEqualTo("fixture_sea");
    assertThat(weather.isManaged()).isFalse();
    assertThat(FixtureModules.tables().table("cloud")).isEmpty();
  }

  @Test
  void dependentsAreFoundThroughOthers() {
    assertThat(FixtureModules.tables().dependents("harbor")).containsExactly("cabin", "ship");
    assertThat(FixtureModules.tables().dependents("cabin")).isEmpty();
  }

  @Test
  void tablesThatReferToEachOtherInACircleAreRefused() {
    refused(
        "tables refer to each other in a circle: egg -> hen -> egg",
        module(Map.of("aws_account", "*"), Hen.class, Egg.class));
  }

  @Test
  void aTableThatNoModuleHasIsRefused() {
    refused(
        "egg refers to hen, which is a table of no module",
        module(Map.of("aws_account", "*"), Egg.class));
  }

  @Test
  void aModuleThatDoesNotSayWhatItDependsOnIsRefused() {
    refused(
        "nest refers to aws_region, but module fixture does not depend on aws_account",
        module(Map.of(), Nest.class));
  }

  @Test
  void twoTablesOfOneNameAreRefused() {
    refused(
        "two tables are named nest", module(Map.of("aws_account", "*"), Nest.class, Nest.class));
  }

  private static void refused(String message, AwsModule module) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AwsTables(List.of(AccountModule.MODULE, module)))
        .withMessage(message);
  }

  @SafeVarargs
  private static AwsModule module(
      Map<String, String> dependencies, Class<? extends Record>... records) {
    List<CloudResource<?>> resources =
        Arrays.stream(records).<CloudResource<?>>map(Managed::new).toList();
    return new AwsModule("fixture", "1.0.0", "Fixture", dependencies, resources, List.of());
  }

  @CloudTable(name = "hen", comment = "A hen.")
  record Hen(@Column("Key.") @Key String id, @Column("Egg.") @References(Egg.class) String egg) {}

  @CloudTable(name = "egg", comment = "An egg.")
  record Egg(@Column("Key.") @Key String id, @Column("Hen.") @References(Hen.class) String hen) {}

  @CloudTable(name = "nest", comment = "A nest.")
  record Nest(@Column("Key.") @Key String id) {}
}
