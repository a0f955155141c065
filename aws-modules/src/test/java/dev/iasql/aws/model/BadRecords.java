package dev.iasql.aws.model;

import dev.iasql.aws.fixture.Cabin;
import dev.iasql.aws.fixture.Ship;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.OnlyOne;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Scope;
import java.math.BigDecimal;

/** Records that break one rule each. */
interface BadRecords {
  record NoTable(@Column("Key.") @Key String id) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record NoKey(@Column("Size.") int size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record TwoIds(
      @Column("One.") @AssignedId String one, @Column("Another.") @AssignedId String other) {}

  @CloudTable(name = "Some-Thing", comment = "Bad.")
  record BadName(@Column("Key.") @Key String id) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record Undescribed(@Column("Key.") @Key String id, int size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record NoSentence(@Column("Key.") @Key String id, @Column("the size") int size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record BadType(@Column("Key.") @Key String id, @Column("Size.") BigDecimal size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record TwoDeciders(
      @Column("Key.") @Key String id, @Column("Size.") @Computed @Immutable int size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record OwnRegion(@Column("Key.") @Key String id, @Column("Region.") String region) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record RequiredComputed(
      @Column("Key.") @Key String id, @Column("Size.") @Computed @Required int size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record RefersToTwoKeys(
      @Column("Key.") @Key String id, @Column("Cabin.") @References(Cabin.class) String cabin) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record NumberReference(
      @Column("Key.") @Key String id, @Column("Ship.") @References(Ship.class) int ship) {}

  @CloudTable(name = "bad", scope = Scope.GLOBAL, comment = "Bad.")
  record GlobalToRegional(
      @Column("Key.") @Key String id, @Column("Ship.") @References(Ship.class) String ship) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record MovingPart(
      @Column("Key.") @Key String id,
      @Column("Ship.") @References(value = Ship.class, partOf = true) String ship) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record OddMark(@Column("Key.") @Key String id, @Column("Mark.") @AwsManaged boolean fromAws) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record OddOnly(@Column("Key.") @Key String id, @Column("Size.") @OnlyOne boolean size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record ComputedDefault(
      @Column("Key.") @Key String id, @Column("Size.") @Computed @DefaultValue("1") int size) {}

  @CloudTable(name = "bad", comment = "Bad.")
  record OddJson(@Column("Key.") @Key String id, @Column("Size.") int sizeAPart) {}
}
