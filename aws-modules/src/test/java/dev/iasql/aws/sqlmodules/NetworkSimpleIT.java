package dev.iasql.aws.sqlmodules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.schema.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

/** A row of network and the rows it stands for. */
class NetworkSimpleIT {
  private static final Path MODULE = Path.of("sql-modules/aws_network_simple/1.0.0");
  private static final String SHOP =
      "INSERT INTO network (name, cidr_block) VALUES ('shop', '10.40.0.0/16')";
  private static final String PARTS =
      """
      SELECT (SELECT count(*) FROM vpc), (SELECT count(*) FROM subnet), (SELECT count(*) FROM route_table),
        (SELECT count(*) FROM route), (SELECT count(*) FROM route_table_association),
        (SELECT count(*) FROM internet_gateway)
      """;
  private static final String SUBNETS =
      "SELECT cidr_block, availability_zone, map_public_ip_on_launch FROM subnet ORDER BY cidr_block";

  private static SqlModuleTenant tenant;
  private Connection session;
  private Sql user;

  @BeforeAll
  static void install() throws SQLException, IOException {
    tenant = SqlModuleTenant.create("network_simple");
    tenant.run(MODULE.resolve("install.sql"));
  }

  @BeforeEach
  void open() throws SQLException {
    session = tenant.user();
    user = new Sql(session);
  }

  @AfterEach
  void removeEverything() throws SQLException {
    user.run("DELETE FROM network");
    assertThat(user.rows(PARTS)).containsExactly("0|0|0|0|0|0");
    session.close();
  }

  @Test
  void oneRowIsAWholeNetwork() throws SQLException {
    user.run(SHOP);

    assertThat(user.rows(PARTS)).containsExactly("1|2|1|1|2|1");
    assertThat(user.rows(SUBNETS))
        .containsExactly("10.40.0.0/19|us-east-1a|t", "10.40.32.0/19|us-east-1b|t");
    assertThat(
            user.rows(
                """
                SELECT n.region, n.account_id, v.cidr_block, v.tags ->> 'Name', r.destination, g.tags ->> 'Name'
                FROM network n JOIN vpc v USING (vpc_id, region, account_id)
                JOIN route_table t USING (vpc_id, region, account_id)
                JOIN route r USING (route_table_id, region, account_id)
                JOIN internet_gateway g ON g.internet_gateway_id = r.gateway_id AND g.vpc_id = v.vpc_id
                """))
        .containsExactly("us-east-1|123456789012|10.40.0.0/16|shop|0.0.0.0/0|shop");
  }

  @Test
  void anyRegionWillDo() throws SQLException {
    user.run(
        "INSERT INTO network (name, cidr_block, region) VALUES ('shop', '10.40.0.0/25', 'us-west-1'), ('shop', '10.41.0.0/16', 'us-east-1')");

    assertThat(user.rows("SELECT cidr_block, availability_zone, region FROM subnet ORDER BY 1"))
        .containsExactly(
            "10.40.0.0/28|us-west-1a|us-west-1",
            "10.40.0.16/28|us-west-1c|us-west-1",
            "10.41.0.0/19|us-east-1a|us-east-1",
            "10.41.32.0/19|us-east-1b|us-east-1");
  }

  @Test
  void subnetsComeAndGoWithTheNumberOfZones() throws SQLException {
    user.run(SHOP);
    String first = "SELECT subnet_id FROM subnet WHERE cidr_block = '10.40.0.0/19'";
    String before = user.rows(first).getFirst();

    user.run("UPDATE network SET availability_zones = 3");
    assertThat(user.rows(SUBNETS)).hasSize(3).contains("10.40.64.0/19|us-east-1c|t");
    assertThat(user.rows(PARTS)).containsExactly("1|3|1|1|3|1");

    user.run("UPDATE network SET availability_zones = 1");
    assertThat(user.rows(SUBNETS)).containsExactly("10.40.0.0/19|us-east-1a|t");
    assertThat(user.rows(PARTS)).containsExactly("1|1|1|1|1|1");
    assertThat(user.rows(first)).containsExactly(before);
  }

  @Test
  void aNewNameIsTheNewTagOfEveryPartAndOtherTagsStay() throws SQLException {
    user.run(SHOP);
    user.run("UPDATE subnet SET tags = tags || '{\"team\": \"core\"}'");

    user.run("UPDATE network SET name = 'webshop'");

    assertThat(
            user.rows(
                """
                SELECT tags FROM vpc UNION ALL SELECT tags FROM route_table
                UNION ALL SELECT tags FROM internet_gateway
                """))
        .hasSize(3)
        .containsOnly("{\"Name\": \"webshop\"}");
    assertThat(user.rows("SELECT tags FROM subnet"))
        .containsOnly("{\"Name\": \"webshop\", \"team\": \"core\"}");
  }

  @Test
  void theWayToTheInternetCanBeClosedAndOpened() throws SQLException {
    user.run(SHOP);

    user.run("UPDATE network SET public = false");
    assertThat(user.rows(PARTS)).containsExactly("1|2|1|0|2|0");
    assertThat(user.rows("SELECT DISTINCT map_public_ip_on_launch FROM subnet"))
        .containsExactly("f");

    user.run("UPDATE network SET public = true");
    assertThat(user.rows(PARTS)).containsExactly("1|2|1|1|2|1");
  }

  @Test
  void whatAVpcHasForLifeCannotBeChanged() throws SQLException {
    user.run(SHOP);

    ServerErrorMessage range = user.refusal("UPDATE network SET cidr_block = '10.41.0.0/16'");
    ServerErrorMessage vpc = user.refusal("UPDATE network SET vpc_id = 'new-other'");

    assertThat(range.getMessage())
        .isEqualTo("cidr_block, region and account_id of network shop cannot be changed");
    assertThat(range.getHint()).contains("second network");
    assertThat(vpc.getMessage()).isEqualTo("the VPC of network shop cannot be changed");
    assertThat(user.refusal("UPDATE network SET region = 'us-west-1'").getSQLState())
        .isEqualTo("23514");
  }

  @Test
  void moreZonesThanThereAreAreRefused() {
    assertThat(
            user.refusal(
                "INSERT INTO network (name, cidr_block, availability_zones, region) VALUES ('shop', '10.40.0.0/16', 3, 'us-west-1')"))
        .extracting(ServerErrorMessage::getMessage, ServerErrorMessage::getColumn)
        .containsExactly(
            "network shop wants 3 availability zones, and us-west-1 has 2", "availability_zones");
  }

  @Test
  void aRowThatIsThereAlreadyLeavesNothingBehind() throws SQLException {
    user.run(SHOP);

    user.run(SHOP + " ON CONFLICT DO NOTHING");

    assertThat(user.rows(PARTS)).containsExactly("1|2|1|1|2|1");
  }

  @Test
  void theRealIdArrivesByItself() throws SQLException {
    user.run(SHOP);
    try (Connection engine = tenant.engine()) {
      new Sql(engine).run("UPDATE public.vpc SET vpc_id = 'vpc-1'");
    }

    assertThat(user.rows("SELECT vpc_id FROM network")).containsExactly("vpc-1");
    user.run("UPDATE network SET availability_zones = 3");
    assertThat(user.rows("SELECT DISTINCT vpc_id FROM subnet")).containsExactly("vpc-1");
  }

  @Test
  void aNetworkGoesWhenItsPartsAreRolledBack() throws SQLException {
    user.run(SHOP);
    try (Connection engine = tenant.engine()) {
      new Sql(engine)
          .run(
              """
              DELETE FROM public.route_table_association; DELETE FROM public.route; DELETE FROM public.route_table;
              DELETE FROM public.internet_gateway; DELETE FROM public.subnet; DELETE FROM public.vpc;
              """);
    }

    assertThat(user.rows("SELECT name FROM network")).isEmpty();
  }

  @Test
  void theVpcOfAnEarlierNetworkIsTakenOver() throws SQLException {
    user.run(
        "INSERT INTO vpc (vpc_id, cidr_block, tags) VALUES ('new-old', '10.40.0.0/16', '{\"team\": \"core\"}')");

    assertThat(
            user.refusal(
                    "INSERT INTO network (name, cidr_block, vpc_id) VALUES ('shop', '10.41.0.0/16', 'new-old')")
                .getMessage())
        .isEqualTo("VPC new-old does not have the range 10.41.0.0/16 of network shop");
    user.run(
        "INSERT INTO network (name, cidr_block, vpc_id) VALUES ('shop', '10.40.0.0/16', 'new-old')");

    assertThat(user.rows(PARTS)).containsExactly("1|2|1|1|2|1");
    assertThat(user.rows("SELECT tags FROM vpc"))
        .containsExactly("{\"Name\": \"shop\", \"team\": \"core\"}");
  }

  @Test
  void aPartThatWasLostIsWrittenAgain() throws SQLException {
    user.run(SHOP);
    user.run(
        "DELETE FROM route_table_association; DELETE FROM route; DELETE FROM internet_gateway");
    user.run("DELETE FROM subnet WHERE cidr_block = '10.40.0.0/19'");

    user.run("UPDATE network SET name = name");

    assertThat(user.rows(PARTS)).containsExactly("1|2|1|1|2|1");
    assertThat(user.rows(SUBNETS))
        .containsExactly("10.40.0.0/19|us-east-1a|t", "10.40.32.0/19|us-east-1b|t");
  }

  @Test
  void whatTheUserPutIntoTheVpcHoldsItBack() throws SQLException {
    user.run(SHOP);
    user.run(
        "INSERT INTO subnet (vpc_id, cidr_block, tags) SELECT vpc_id, '10.40.192.0/19', '{\"Name\": \"mine\"}' FROM network");

    assertThat(user.refusal("DELETE FROM network").getTable()).isEqualTo("subnet");
    assertThat(user.rows(PARTS)).containsExactly("1|3|1|1|2|1");
    user.run("DELETE FROM subnet WHERE tags ->> 'Name' = 'mine'");
  }

  @Test
  void everythingIsCommented() throws SQLException {
    assertThat(
            user.rows(
                """
                SELECT a.attname FROM pg_attribute a
                WHERE a.attrelid = 'network'::regclass AND a.attnum > 0
                  AND col_description(a.attrelid, a.attnum) IS NULL
                UNION ALL
                SELECT p.proname FROM pg_proc p
                WHERE p.proname LIKE 'network\\_%' AND p.pronamespace = 'public'::regnamespace
                  AND obj_description(p.oid, 'pg_proc') IS NULL
                UNION ALL
                SELECT t.tgname FROM pg_trigger t
                WHERE t.tgrelid = 'network'::regclass AND NOT t.tgisinternal
                  AND obj_description(t.oid, 'pg_trigger') IS NULL
                """))
        .isEmpty();
    assertThat(user.rows("SELECT obj_description('network'::regclass)").getFirst())
        .contains("Example: INSERT INTO network");
  }

  @Test
  void itsOwnTestsPass() throws SQLException, IOException {
    tenant.runTests(MODULE);
  }
}
