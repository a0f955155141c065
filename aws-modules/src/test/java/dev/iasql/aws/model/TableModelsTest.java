package dev.iasql.aws.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.iasql.aws.fixture.Cabin;
import dev.iasql.aws.fixture.Harbor;
import dev.iasql.aws.fixture.Ship;
import dev.iasql.aws.model.ColumnModel.Reference;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.modules.account.AwsAccount;
import dev.iasql.aws.modules.account.AwsRegion;
import dev.iasql.aws.spi.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableModelsTest {
  @Test
  void componentsBecomeColumnsAndTheScopeFollows() {
    TableModel harbor = TableModels.of(Harbor.class);

    assertThat(harbor.columns())
        .extracting(column -> column.name() + " " + column.type())
        .containsExactly(
            "harbor_id text",
            "name text",
            "cidr_block cidr",
            "master inet",
            "depth integer",
            "ships_seen bigint",
            "is_open boolean",
            "is_tidal boolean",
            "built_at timestamptz",
            "piers integer[]",
            "aliases text[]",
            "rules jsonb",
            "note text",
            "tags jsonb",
            "region text",
            "account_id text");
  }

  @Test
  void theKeyIsTheOwnKeyThenTheScope() {
    assertThat(names(TableModels.of(Cabin.class).key()))
        .containsExactly("ship_id", "number", "region", "account_id");
    assertThat(names(TableModels.of(AwsRegion.class).key()))
        .containsExactly("region", "account_id");
    assertThat(names(TableModels.of(AwsAccount.class).key())).containsExactly("account_id");
  }

  @Test
  void annotationsSayWhoDecidesAColumn() {
    assertThat(TableModels.of(Harbor.class).columns())
        .extracting(ColumnModel::role)
        .containsExactly(
            Role.ASSIGNED_ID,
            Role.MUTABLE,
            Role.IMMUTABLE,
            Role.MUTABLE,
            Role.MUTABLE,
            Role.COMPUTED,
            Role.MUTABLE,
            Role.MUTABLE,
            Role.COMPUTED,
            Role.MUTABLE,
            Role.MUTABLE,
            Role.MUTABLE,
            Role.LOCAL,
            Role.MUTABLE,
            Role.SCOPE,
            Role.SCOPE);
  }

  @Test
  void localColumnsAreNeitherWantedNorComputed() {
    TableModel region = TableModels.of(AwsRegion.class);

    assertThat(names(region.localColumns())).containsExactly("is_enabled", "is_default");
    assertThat(region.wantedColumns()).isEmpty();
    assertThat(names(region.computedColumns())).containsExactly("opt_in_status", "endpoint");
  }

  @Test
  void onlyPrimitivesWhoseValueIsKnownFromTheStartAreNotNull() {
    assertThat(TableModels.of(Harbor.class).columns())
        .filteredOn(ColumnModel::notNull)
        .extracting(ColumnModel::name)
        .containsExactly("harbor_id", "depth", "is_open", "region", "account_id");
  }

  @Test
  void anIdOfAwsIsAPlaceholderUntilThen() {
    assertThat(TableModels.of(Harbor.class).assignedId().orElseThrow().defaultSql())
        .isEqualTo("iasql.placeholder('harbor')");
  }

  @Test
  void aReferenceKnowsItsTarget() {
    TableModel ship = TableModels.of(Ship.class);

    assertThat(ship.foreignKeys())
        .extracting(column -> column.reference().orElseThrow())
        .containsExactly(
            new Reference("harbor", "harbor_id", Scope.REGIONAL, false, false, false),
            new Reference("harbor", "harbor_id", Scope.REGIONAL, false, false, false),
            new Reference("ship", "ship_id", Scope.REGIONAL, false, false, false));
    assertThat(ship.referencedTables()).containsExactly("harbor");
    assertThat(names(ship.owners())).containsExactly("harbor_id");
  }

  @Test
  void aRecordThatIsNoTableIsRefused() {
    refused(BadRecords.NoTable.class, "NoTable is not annotated with @CloudTable");
  }

  @Test
  void aTableWithoutKeyIsRefused() {
    refused(BadRecords.NoKey.class, "NoKey has no key component");
  }

  @Test
  void twoIdsOfAwsAreRefused() {
    refused(BadRecords.TwoIds.class, "TwoIds has more than one id that AWS hands out");
  }

  @Test
  void aNameThatWouldNeedQuotesIsRefused() {
    refused(BadRecords.BadName.class, "BadName has the table name \"Some-Thing\"");
  }

  @Test
  void aComponentNobodyDescribesIsRefused() {
    refused(BadRecords.Undescribed.class, "Undescribed: size does not say what it is: @Column");
  }

  @Test
  void aDescriptionThatIsNoSentenceIsRefused() {
    refused(
        BadRecords.NoSentence.class,
        "NoSentence describes size with \"the size\"; a description is one sentence with a full"
            + " stop");
  }

  @Test
  void aTypeThatNoColumnHasIsRefused() {
    refused(
        BadRecords.BadType.class,
        "BadType: size has a type no column can have: java.math.BigDecimal");
  }

  @Test
  void aColumnDecidedByTwoIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableModels.of(BadRecords.TwoDeciders.class))
        .withMessageStartingWith("TwoDeciders: size says twice who decides it: [")
        .withMessageContainingAll("COMPUTED", "IMMUTABLE");
  }

  @Test
  void aScopeColumnAmongTheComponentsIsRefused() {
    refused(BadRecords.OwnRegion.class, "OwnRegion has the column region twice");
  }

  @Test
  void aComputedColumnThatIsRequiredIsRefused() {
    refused(
        BadRecords.RequiredComputed.class,
        "RequiredComputed requires a value for size, which AWS decides");
  }

  @Test
  void aReferenceToATableWithTwoKeysIsRefused() {
    refused(
        BadRecords.RefersToTwoKeys.class,
        "RefersToTwoKeys: cabin refers to cabin, which has 2 key components");
  }

  @Test
  void aReferenceThatIsNotTextIsRefused() {
    refused(
        BadRecords.NumberReference.class, "NumberReference refers with ship, which is not text");
  }

  @Test
  void aReferenceFromWhereThereAreNoRegionsToWhereThereAreIsRefused() {
    refused(
        BadRecords.GlobalToRegional.class,
        "GlobalToRegional refers with ship to a regional table but has no region");
  }

  @Test
  void aPartThatCouldMoveToAnotherWholeIsRefused() {
    refused(
        BadRecords.MovingPart.class,
        "MovingPart is part of ship by ship, which may change: make it a key or immutable");
  }

  @Test
  void aMarkOfWhatAwsMakesByAnotherNameIsRefused() {
    refused(
        BadRecords.OddMark.class,
        "OddMark marks what AWS makes by from_aws; the platform's triggers expect a boolean"
            + " aws_managed");
  }

  @Test
  void onlyOneOfSomethingThatAwsCouldHaveMoreOfIsRefused() {
    refused(
        BadRecords.OddOnly.class,
        "OddOnly allows only one true size, which is not boolean or not local: AWS could have"
            + " more");
  }

  @Test
  void aDefaultForWhatAwsDecidesIsRefused() {
    refused(
        BadRecords.ComputedDefault.class,
        "ComputedDefault: size has a default, but AWS decides it");
  }

  @Test
  void aNameThatJsonWouldSpellDifferentlyIsRefused() {
    refused(
        BadRecords.OddJson.class,
        "OddJson has the component sizeAPart, whose name in JSON would not be size_a_part");
  }

  private static void refused(Class<? extends Record> record, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableModels.of(record))
        .withMessage(message);
  }

  private static List<String> names(List<ColumnModel> columns) {
    return columns.stream().map(ColumnModel::name).toList();
  }
}
