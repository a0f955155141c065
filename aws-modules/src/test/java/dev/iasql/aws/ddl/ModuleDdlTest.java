package dev.iasql.aws.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.iasql.aws.fixture.FixtureModules;
import dev.iasql.aws.fixture.FixtureModules.Managed;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code -Diasql.generate=true} the expected files are written first. */
class ModuleDdlTest {
  private static final Path EXPECTED = Path.of("src/test/resources/dev/iasql/aws/ddl");

  @ParameterizedTest
  @CsvSource({"fixture_sea", "fixture_ships"})
  void sqlFollowsFromTheRecords(String module) throws IOException {
    ModuleDdl ddl = ddl(FixtureModules.all(), module);

    assertMatches(module + "-install.sql", ddl.install());
    assertMatches(module + "-uninstall.sql", ddl.uninstall());
  }

  @Test
  void namesThatPostgresWouldCutOffAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ddl(withLongNames(), "fixture_long"))
        .withMessage(
            "a_table_whose_name_is_long_but_fits_the_name_of_another_row_fkey is no name: at most"
                + " 63 lower-case letters, digits and underscores");
  }

  @Test
  void namesTakenByAnotherModuleAreRefused() {
    AwsModule sea = FixtureModules.sea();
    List<AwsTable<?>> tables = FixtureModules.tables().tablesOf(Set.of(sea.name()));
    ObjectNames names = new ObjectNames();
    new ModuleDdl(sea, tables, names);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModuleDdl(sea, tables, names))
        .withMessage("two objects are named harbor");
  }

  private static ModuleDdl ddl(AwsModules modules, String name) {
    AwsModule module =
        modules.modules().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    List<AwsTable<?>> tables = modules.tablesWith(module).tablesOf(Set.of(name));
    return new ModuleDdl(module, tables, new ObjectNames());
  }

  private static void assertMatches(String file, String actual) throws IOException {
    Path expected = EXPECTED.resolve(file);
    if (Boolean.getBoolean("iasql.generate")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @CloudTable(name = "a_table_whose_name_is_long_but_fits", comment = "Long.")
  record LongName(
      @Column("Key.") @Key String id,
      @Column("Another.") @References(LongName.class) String theNameOfAnotherRow) {}

  private static AwsModules withLongNames() {
    return new AwsModules(
        List.of(
            AccountModule.MODULE,
            new AwsModule(
                "fixture_long",
                "1.0.0",
                "Long names",
                Map.of("aws_account", "*"),
                List.of(new Managed<>(LongName.class)),
                List.of())));
  }
}
