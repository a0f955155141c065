package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.bundle.ModuleBundles;
import dev.iasql.aws.fixture.FixtureModules;
import dev.iasql.aws.fixture.Harbor;
import dev.iasql.aws.fixture.Harbors;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.RowCodec;
import dev.iasql.aws.model.TableModels;
import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

/** What tables allow and what they refuse, on tables made for the purpose. */
class TableGuardsIT {
  private static TenantDatabase database;

  private Connection userConnection;
  private Connection engineConnection;
  private Sql user;
  private Sql engine;

  @BeforeAll
  static void install() throws SQLException, IOException {
    database = TenantDatabase.create("table_guards");
    for (ModuleBundle bundle : new ModuleBundles(FixtureModules.all()).all()) {
      database.install(bundle);
    }
  }

  @BeforeEach
  void seed() throws SQLException {
    userConnection = database.user();
    engineConnection = database.engine();
    user = new Sql(userConnection);
    engine = new Sql(engineConnection);
    for (String schema : List.of("public", "cloud")) {
      engine.run(
          """
          INSERT INTO %1$s.aws_account (account_id, is_default)
          VALUES ('111111111111', true), ('222222222222', false);
          INSERT INTO %1$s.aws_region (region, account_id, is_enabled, is_default) VALUES
            ('us-east-1', '111111111111', true, true),
            ('eu-west-1', '111111111111', true, false),
            ('eu-west-1', '222222222222', true, true);
          INSERT INTO %1$s.weather (place, wind, region, account_id) VALUES
            ('bay', 7, 'us-east-1', '111111111111'), ('sound', 3, 'eu-west-1', '222222222222');
          INSERT INTO %1$s.harbor (harbor_id, name, depth, ships_seen, is_open, region, account_id)
          VALUES ('harbor-1', 'Bay', 5, 40, true, 'us-east-1', '111111111111');
          INSERT INTO %1$s.ship (ship_id, harbor_id, aws_managed, region, account_id) VALUES
            ('ship-1', 'harbor-1', true, 'us-east-1', '111111111111'),
            ('ship-2', 'harbor-1', false, 'us-east-1', '111111111111');
          INSERT INTO %1$s.cabin (ship_id, number, region, account_id) VALUES
            ('ship-1', 1, 'us-east-1', '111111111111'), ('ship-2', 1, 'us-east-1', '111111111111');
          """
              .formatted(schema));
    }
  }

  @AfterEach
  void clear() throws SQLException {
    userConnection.close();
    engineConnection.close();
    try (Connection admin = database.admin()) {
      new Sql(admin)
          .run(
              "TRUNCATE public.aws_account, cloud.aws_account, cloud.aws_region, cloud.weather,"
                  + " cloud.harbor, cloud.ship, cloud.cabin CASCADE");
    }
  }

  @Test
  void aRowNeedsNoIdRegionOrAccount() throws SQLException {
    user.run("INSERT INTO harbor (name) VALUES ('Sound')");

    assertThat(
            user.rows(
                "SELECT harbor_id, depth, is_open, region, account_id FROM harbor WHERE name = 'Sound'"))
        .singleElement()
        .asString()
        .matches("new-harbor-[0-9]+\\|12\\|t\\|us-east-1\\|111111111111");
  }

  @Test
  void withoutADefaultAccountARowMustNameOne() throws SQLException {
    user.run("UPDATE aws_account SET is_default = false");

    ServerErrorMessage refusal = user.refusal("INSERT INTO harbor (name) VALUES ('Sound')");

    assertThat(refusal.getSQLState()).isEqualTo("IA020");
    assertThat(refusal.getHint()).contains("UPDATE aws_");
    user.run(
        "INSERT INTO harbor (name, region, account_id) VALUES ('Sound', 'eu-west-1', '222222222222')");
  }

  @Test
  void whatAwsComputesCannotBeChanged() throws SQLException {
    ServerErrorMessage refusal = user.refusal("UPDATE harbor SET ships_seen = ships_seen + 1");

    assertThat(refusal.getSQLState()).isEqualTo("IA030");
    assertThat(refusal.getMessage()).isEqualTo("column ships_seen of harbor is computed by AWS");
    engine.run("UPDATE public.harbor SET ships_seen = 41");
    assertThat(user.rows("SELECT ships_seen FROM harbor")).containsExactly("41");
  }

  @Test
  void writingAComputedColumnsOwnValueIsNoChange() throws SQLException {
    user.run("UPDATE harbor SET ships_seen = ships_seen, depth = 6");

    assertThat(user.rows("SELECT depth FROM harbor")).containsExactly("6");
  }

  @Test
  void anIdOfAwsCannotBeChangedButAPlaceholderCan() throws SQLException {
    user.run(
        """
        INSERT INTO harbor (harbor_id, name) VALUES ('new-one', 'Sound');
        UPDATE harbor SET harbor_id = 'new-other' WHERE harbor_id = 'new-one';
        """);

    assertThat(user.refusal("UPDATE harbor SET harbor_id = 'new-1' WHERE harbor_id = 'harbor-1'"))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getMessage)
        .containsExactly("IA030", "column harbor_id of harbor is computed by AWS");
  }

  @Test
  void theRealIdReachesEveryRowThatRefersToThePlaceholder() throws SQLException {
    user.run(
        """
        INSERT INTO harbor (harbor_id, name) VALUES ('new-main', 'Sound');
        INSERT INTO ship (ship_id, harbor_id, destination_id) VALUES ('new-a', 'new-main', 'new-main');
        INSERT INTO ship (ship_id, harbor_id, towed_by) VALUES ('new-b', 'harbor-1', 'new-a');
        INSERT INTO cabin (ship_id, number) VALUES ('new-a', 9);
        """);

    engine.run("UPDATE public.harbor SET harbor_id = 'harbor-2' WHERE harbor_id = 'new-main'");
    engine.run("UPDATE public.ship SET ship_id = 'ship-3' WHERE ship_id = 'new-a'");

    assertThat(
            user.rows(
                "SELECT ship_id, harbor_id, destination_id FROM ship WHERE ship_id = 'ship-3'"))
        .containsExactly("ship-3|harbor-2|harbor-2");
    assertThat(user.rows("SELECT towed_by FROM ship WHERE ship_id = 'new-b'"))
        .containsExactly("ship-3");
    assertThat(user.rows("SELECT ship_id FROM cabin WHERE number = 9")).containsExactly("ship-3");
  }

  @Test
  void rowsOfAnotherRegionCannotBeReferredTo() {
    assertThat(
            user.refusal("INSERT INTO ship (harbor_id, region) VALUES ('harbor-1', 'eu-west-1')"))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getConstraint)
        .containsExactly("23503", "ship_harbor_id_fkey");
  }

  @Test
  void partsGoWithTheirWhole() throws SQLException {
    user.run("DELETE FROM ship WHERE ship_id = 'ship-2'");

    assertThat(user.rows("SELECT ship_id FROM cabin")).containsExactly("ship-1");
  }

  @Test
  void whatAwsMadeGoesWithItsOwnerAndTheUsersRowsHoldItBack() throws SQLException {
    assertThat(user.refusal("DELETE FROM harbor"))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getConstraint)
        .containsExactly("23503", "ship_harbor_id_fkey");

    user.run("DELETE FROM ship WHERE NOT aws_managed; DELETE FROM harbor;");

    assertThat(user.rows("SELECT ship_id FROM ship")).isEmpty();
    assertThat(user.rows("SELECT ship_id FROM cabin")).isEmpty();
    assertThat(user.rows("SELECT count(*) FROM cloud.ship")).containsExactly("2");
  }

  @Test
  void whatAwsMadeStaysWhenWhatItUsesGoes() throws SQLException {
    engine.run(
        """
        INSERT INTO public.harbor (harbor_id, depth, is_open, region, account_id)
        VALUES ('harbor-2', 1, true, 'us-east-1', '111111111111');
        UPDATE public.ship SET destination_id = 'harbor-2' WHERE aws_managed;
        """);

    assertThat(user.refusal("DELETE FROM harbor WHERE harbor_id = 'harbor-2'"))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getConstraint)
        .containsExactly("23503", "ship_destination_id_fkey");
  }

  @Test
  void aReadOnlyTableCannotBeWritten() throws SQLException {
    for (String write :
        List.of(
            "INSERT INTO weather (place) VALUES ('cape')",
            "UPDATE weather SET wind = 0",
            "DELETE FROM weather")) {
      assertThat(user.refusal(write))
          .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getMessage)
          .containsExactly("IA031", "table weather is read-only");
    }
    engine.run("UPDATE public.weather SET wind = 8 WHERE place = 'bay'");
    assertThat(user.rows("SELECT wind FROM weather WHERE place = 'bay'")).containsExactly("8");
  }

  @Test
  void regionsCanBeChangedWhereAwsDoesNotDecide() throws SQLException {
    assertThat(user.refusal("DELETE FROM aws_region"))
        .extracting(
            ServerErrorMessage::getSQLState,
            ServerErrorMessage::getMessage,
            ServerErrorMessage::getHint)
        .containsExactly(
            "IA031",
            "rows of aws_region cannot be deleted",
            "What you can change: is_enabled, is_default.");
    assertThat(user.refusal("INSERT INTO aws_region (region) VALUES ('mars-1')").getMessage())
        .isEqualTo("rows of aws_region cannot be inserted");
    assertThat(user.refusal("UPDATE aws_region SET opt_in_status = 'opted-in'"))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getMessage)
        .containsExactly("IA030", "column opt_in_status of aws_region is computed by AWS");
  }

  @Test
  void localColumnsAreTheSameInBothSchemas() throws SQLException {
    user.run("UPDATE aws_region SET is_enabled = false WHERE NOT is_default");
    user.run("UPDATE harbor SET note = 'nice', depth = 6");

    assertThat(user.rows("SELECT region, account_id FROM cloud.aws_region WHERE NOT is_enabled"))
        .containsExactly("eu-west-1|111111111111");
    assertThat(user.rows("SELECT note, depth FROM cloud.harbor")).containsExactly("nice|5");
    assertThat(user.rows("TABLE aws_region EXCEPT TABLE cloud.aws_region")).isEmpty();
  }

  @Test
  void oneStatementMovesTheDefault() throws SQLException {
    user.run("UPDATE aws_region SET is_default = (region = 'eu-west-1')");
    user.run("UPDATE aws_account SET is_default = (account_id = '222222222222')");
    user.run("UPDATE aws_account SET is_default = (account_id = '111111111111')");

    assertThat(user.rows("SELECT iasql_default_account(), iasql_default_region()"))
        .containsExactly("111111111111|eu-west-1");
  }

  @Test
  void aSecondDefaultIsRefused() {
    assertThat(
            user.refusal(
                "UPDATE aws_region SET is_default = true WHERE account_id = '111111111111'"))
        .extracting(
            ServerErrorMessage::getSQLState,
            ServerErrorMessage::getConstraint,
            ServerErrorMessage::getDetail)
        .containsExactly(
            "23P01",
            "aws_region_only_one_is_default",
            "Key (account_id)=(111111111111) conflicts with existing key (account_id)=(111111111111).");
    assertThat(user.refusal("UPDATE aws_account SET is_default = true").getConstraint())
        .isEqualTo("aws_account_only_one_is_default");
  }

  @Test
  void anAccountTakesAlongOnlyWhatShowsIt() throws SQLException {
    assertThat(user.refusal("DELETE FROM aws_account WHERE account_id = '111111111111'"))
        .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getTable)
        .containsExactly("23503", "harbor");

    user.run("DELETE FROM aws_account WHERE account_id = '222222222222'");

    assertThat(user.rows("SELECT place FROM weather")).containsExactly("bay");
    assertThat(user.rows("SELECT count(*) FROM aws_region")).containsExactly("2");
  }

  @Test
  void conditionsBindUsersOnly() throws SQLException {
    assertThat(user.refusal("UPDATE harbor SET depth = 0").getConstraint())
        .isEqualTo("harbor_check_1");

    engine.run("UPDATE public.harbor SET depth = 0");

    assertThat(user.rows("SELECT depth FROM harbor")).containsExactly("0");
  }

  @Test
  void recordsSurviveTheWayThroughPostgres() throws SQLException, IOException {
    RowCodec<Harbor> codec = new RowCodec<>(Harbor.class);
    for (Harbor harbor : List.of(Harbors.full(), Harbors.empty())) {
      insert(codec.toText(harbor));
      user.run("SET timezone = 'Asia/Kathmandu'");

      String json =
          user.rows(
                  "SELECT to_jsonb(h) FROM harbor h WHERE harbor_id = '" + harbor.harborId() + "'")
              .getFirst();

      assertThat(codec.fromJson(Json.MAPPER.readTree(json))).isEqualTo(harbor);
    }
  }

  private void insert(List<String> texts) throws SQLException {
    List<ColumnModel> columns = TableModels.of(Harbor.class).ownColumns();
    String insert =
        "INSERT INTO harbor (%s) VALUES (%s)"
            .formatted(
                String.join(", ", columns.stream().map(ColumnModel::name).toList()),
                String.join(
                    ", ", columns.stream().map(c -> "CAST(? AS " + c.type() + ")").toList()));
    try (PreparedStatement statement = userConnection.prepareStatement(insert)) {
      for (int i = 0; i < texts.size(); i++) {
        statement.setString(i + 1, texts.get(i));
      }
      statement.executeUpdate();
    }
  }
}
