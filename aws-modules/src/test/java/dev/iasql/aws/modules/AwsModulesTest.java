package dev.iasql.aws.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.iasql.aws.fixture.FixtureModules.Managed;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.FormerName;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Since;
import dev.iasql.core.module.ModuleVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsModulesTest {
  private final AwsModules modules =
      new AwsModules(List.of(AccountModule.MODULE, towns(), villages(), roads()));

  @Test
  void modulesThatIasqlBringsAlongFitTogether() {
    for (AwsModule module : AwsModules.all().versions()) {
      module
          .dependencies()
          .forEach(
              (name, range) ->
                  assertThat(AwsModules.all().modules())
                      .as("%s needs %s %s", module.name(), name, range)
                      .anyMatch(provider -> satisfies(provider, name, range)));
    }
  }

  private static boolean satisfies(AwsModule provider, String name, String range) {
    if (provider.name().equals(name)) {
      return ModuleVersion.parse(provider.version()).satisfies(range);
    }
    return provider.capabilities().stream()
        .filter(capability -> capability.startsWith(name + "@"))
        .map(capability -> ModuleVersion.parse(capability.substring(name.length() + 1)))
        .anyMatch(version -> version.satisfies(range));
  }

  @Test
  void everyVersionIsThere() {
    assertThat(modules.versions())
        .extracting(module -> module.name() + "@" + module.version())
        .containsExactly(
            "aws_account@1.0.0",
            "towns@1.0.0",
            "towns@1.2.0",
            "towns@2.0.0",
            "villages@1.0.0",
            "roads@1.0.0");
    assertThat(modules.find("towns", "1.2.0").orElseThrow().earlierVersions())
        .containsExactly("1.0.0");
    assertThat(modules.find("towns", "1.1.0")).isEmpty();
  }

  @Test
  void eachVersionHasItsColumns() {
    assertThat(columns("1.0.0")).containsExactly("name", "people", "region", "account_id");
    assertThat(columns("1.2.0")).containsExactly("name", "people", "mayor", "region", "account_id");
    assertThat(columns("2.0.0"))
        .containsExactly("name", "inhabitants", "mayor", "region", "account_id");
  }

  private List<String> columns(String version) {
    AwsModule towns = modules.find("towns", version).orElseThrow();
    return modules.tablesWith(towns).table("place").orElseThrow().model().columns().stream()
        .map(column -> column.name())
        .toList();
  }

  @Test
  void checksAndExamplesAreThoseOfTheVersion() {
    AwsTable<?> old =
        modules.select(installed("towns", "1.0.0")).tables().table("place").orElseThrow();

    assertThat(old.model().checks()).containsExactly("people > 0 AND name <> 'inhabitants'");
    assertThat(old.model().example())
        .isEqualTo("INSERT INTO place (name, people) VALUES ('a', 1);");
  }

  @Test
  void aSelectionHasTheVersionsThatAreInstalled() {
    AwsModules.Selection selection =
        modules.select(Map.of("aws_account", "1.0.0", "villages", "1.0.0", "roads", "1.0.0"));

    assertThat(selection.unknown()).isEmpty();
    assertThat(selection.tables().tables())
        .extracting(AwsTable::name)
        .containsExactly("aws_account", "aws_region", "place", "road");
    assertThat(selection.tables().table("place").orElseThrow().module().name())
        .isEqualTo("villages");
    assertThat(selection.tables().dependents("place")).containsExactly("road");
  }

  @Test
  void aModuleThatIsUnknownTakesAlongWhatDependsOnIt() {
    AwsModules.Selection selection =
        modules.select(
            Map.of(
                "aws_account", "1.0.0", "towns", "9.0.0", "roads", "1.0.0", "by_others", "1.0.0"));

    assertThat(selection.unknown()).containsExactly("by_others", "roads", "towns");
    assertThat(selection.tables().tables())
        .extracting(AwsTable::name)
        .containsExactly("aws_account", "aws_region");
  }

  @Test
  void alternativesBringTheSameTable() {
    assertThat(modules.bringing("place"))
        .extracting(AwsModule::name)
        .containsExactly("towns", "villages");
    assertThat(modules.bringing("cloud")).isEmpty();
  }

  @Test
  void anOptionalReferenceIsOneOnlyWhereTheOtherTableIs() {
    assertThat(referencesOfPlace("towns", "2.0.0")).containsExactly("person");
    assertThat(referencesOfPlace("villages", "1.0.0")).isEmpty();
  }

  private Set<String> referencesOfPlace(String module, String version) {
    AwsTables tables = modules.select(installed(module, version)).tables();
    return tables.table("place").orElseThrow().model().referencedTables();
  }

  @Test
  void aChangeInAVersionThatDoesNotExistIsRefused() {
    AwsModule towns = module("towns", "2.0.0", List.of("1.0.0"), List.of(), Place.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AwsModules(List.of(AccountModule.MODULE, towns)))
        .withMessage("place changes in [1.2.0], which module towns does not have");
  }

  @Test
  void aDependencyThatNoModuleIsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AwsModules(List.of(AccountModule.MODULE, roads())))
        .withMessage("module roads depends on places, which is no module");
  }

  private static Map<String, String> installed(String module, String version) {
    return Map.of("aws_account", "1.0.0", module, version);
  }

  private static AwsModule towns() {
    return module(
        "towns",
        "2.0.0",
        List.of("1.0.0", "1.2.0"),
        List.of("places@1.0.0"),
        Person.class,
        Place.class);
  }

  private static AwsModule villages() {
    return module("villages", "1.0.0", List.of(), List.of("places@1.0.0"), Village.class);
  }

  private static AwsModule roads() {
    return new AwsModule(
        "roads",
        "1.0.0",
        "Roads",
        Map.of("aws_account", "*", "places", "*"),
        List.of(new Managed<>(Road.class)),
        List.of());
  }

  @SafeVarargs
  private static AwsModule module(
      String name,
      String version,
      List<String> earlier,
      List<String> capabilities,
      Class<? extends Record>... records) {
    List<CloudResource<?>> resources =
        Arrays.stream(records).<CloudResource<?>>map(Managed::new).toList();
    return new AwsModule(
        name,
        version,
        "Places",
        Map.of("aws_account", "*"),
        capabilities,
        earlier,
        resources,
        List.of());
  }

  @CloudTable(name = "person", comment = "A person.")
  record Person(@Column("Name.") @Key String name) {}

  @CloudTable(
      name = "place",
      comment = "A place.",
      checks = {"inhabitants > 0 AND name <> 'inhabitants'", "mayor <> name"},
      example = "INSERT INTO place (name, inhabitants) VALUES ('a', 1);")
  record Place(
      @Column("Name.") @Key String name,
      @Column("People.") @FormerName(value = "people", until = "2.0.0") Integer inhabitants,
      @Column("Mayor.") @Since("1.2.0") @References(value = Person.class, optional = true)
          String mayor) {}

  @CloudTable(name = "place", comment = "A place.")
  record Village(
      @Column("Name.") @Key String name,
      @Column("Mayor.") @References(value = Person.class, optional = true) String mayor) {}

  @CloudTable(name = "road", comment = "A road.")
  record Road(
      @Column("Name.") @Key String name,
      @Column("Where to.") @References(Village.class) String place) {}
}
