package dev.iasql.aws.schema;

import dev.iasql.aws.fixture.FixtureModules.Managed;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.FormerName;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Local;
import dev.iasql.aws.spi.OnlyOne;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Since;
import dev.iasql.aws.spi.Tags;
import java.util.List;
import java.util.Map;

/** A module whose versions differ in every way versions can differ. */
final class TownModules {
  private TownModules() {}

  static AwsModules all() {
    return new AwsModules(
        List.of(
            AccountModule.MODULE,
            new AwsModule(
                "fixture_towns",
                "2.0.0",
                "Towns",
                Map.of("aws_account", "*"),
                List.of(),
                List.of("1.0.0", "1.1.0"),
                List.of(new Managed<>(Country.class), new Managed<>(Town.class)),
                List.of())));
  }

  @CloudTable(name = "country", comment = "A country.")
  record Country(@Column("Id.") @AssignedId String countryId) {}

  @CloudTable(
      name = "town",
      comment = "A town.",
      checks = {"inhabitants > 0", "length(mayor) > 1", "is_open OR inhabitants < 10"})
  record Town(
      @Column("Id.") @AssignedId String townId,
      @Column("Country.")
          @Required
          @Immutable
          @References(Country.class)
          @FormerName(value = "land", until = "1.1.0")
          String countryId,
      @Column("People.") @FormerName(value = "people", until = "2.0.0") Integer inhabitants,
      @Column("Mayor.") @Since("1.1.0") String mayor,
      @Column("Open.") @FormerName(value = "open", until = "1.1.0") @DefaultValue("true")
          boolean isOpen,
      @Column("Walled.") @Since("2.0.0") boolean isWalled,
      @Column("Capital.") @Since("1.1.0") @Local @OnlyOne boolean isCapital,
      @Column("Twin.") @Since("2.0.0") @References(Town.class) String twinId,
      @Column("Fame.") @FormerName(value = "glory", until = "1.1.0") @Computed String fame,
      @Column("Whether AWS made it.") @Since("1.1.0") @AwsManaged boolean awsManaged,
      @Column("Tags.") @Since("2.0.0") @DefaultValue("'{}'") Tags tags) {}
}
