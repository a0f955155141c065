package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * From version 1.0.0 of aws_security_group, whose rules have peer_owner_id, to 1.1.0, where it is
 * peer_user_id and groups have security_group_arn. One tenant moves, the other stays.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {
  private static final String OLD = "aws_security_group@1.0.0";
  private static final String VERSION =
      "SELECT module_version FROM iasql_modules_installed() WHERE module_name = 'aws_security_group'";
  private static final String COLUMNS =
      """
      SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema IN ('public', 'cloud')
        AND column_name IN ('peer_owner_id', 'peer_user_id', 'security_group_arn') ORDER BY 1
      """;
  private static final String PRIVILEGES =
      """
      SELECT table_name, grantee, privilege_type FROM information_schema.table_privileges
      WHERE table_schema = 'public' AND table_name IN ('security_group', 'security_group_rule', 'my_rules')
      ORDER BY 1, 2, 3
      """;
  private static TenantDatabase moving;
  private static TenantDatabase staying;

  @BeforeAll
  static void install() throws SQLException {
    IasqlSystem system = IasqlSystem.shared();
    moving = system.newTenant("upgrade");
    staying = system.newTenant("upgrade_not");
    moving.install(OLD);
    staying.install(OLD);
  }

  @Test
  @Order(1)
  void theOldVersionIsOutdatedAndHasTheOldColumns() throws SQLException {
    assertThat(moving.value(VERSION)).isEqualTo("1.0.0");
    assertThat(moving.query("SELECT * FROM iasql_modules_outdated()"))
        .extracting(
            row -> row.get("module_name"),
            row -> row.get("installed_version"),
            row -> row.get("newest_version"),
            row -> row.get("upgradable_to"))
        .containsExactly(tuple("aws_security_group", "1.0.0", "1.1.0", "1.1.0"));
    assertThat(moving.query(COLUMNS))
        .extracting(row -> row.get("name"))
        .containsExactly(
            "cloud.security_group_rule.peer_owner_id", "public.security_group_rule.peer_owner_id");
    assertThat(moving.query("SELECT * FROM iasql_preview()")).isEmpty();
  }

  @Test
  @Order(2)
  void anUpgradeKeepsWhatUsersBuiltAndWhatTheyDidNotCommit() throws SQLException {
    moving.query(
        "CREATE VIEW my_rules AS SELECT security_group_rule_id, peer_owner_id AS owner FROM security_group_rule");
    moving.query("GRANT SELECT ON my_rules TO PUBLIC");
    moving.query(
        """
        CREATE TABLE my_note (note text, group_id text, region text, account_id text,
          FOREIGN KEY (group_id, region, account_id) REFERENCES security_group (group_id, region, account_id)
            ON UPDATE CASCADE)
        """);
    moving.query(
        "INSERT INTO security_group (group_id, group_name) VALUES ('new-upgrade', 'upgrade-pending')");
    moving.query(
        """
        INSERT INTO my_note SELECT 'mine', group_id, region, account_id FROM security_group
        WHERE group_id = 'new-upgrade'
        """);
    List<Map<String, Object>> groups = ids("security_group", "group_id");
    List<Map<String, Object>> rules = ids("security_group_rule", "security_group_rule_id");
    List<Map<String, Object>> privileges = moving.query(PRIVILEGES);

    List<Map<String, Object>> upgraded =
        moving.query("SELECT * FROM iasql_upgrade('aws_security_group')");

    assertThat(upgraded)
        .extracting(
            row -> row.get("module_name"),
            row -> row.get("from_version"),
            row -> row.get("to_version"))
        .contains(tuple("aws_security_group", "1.0.0", "1.1.0"));
    assertThat(moving.value(VERSION)).isEqualTo("1.1.0");
    assertThat(moving.query(COLUMNS))
        .extracting(row -> row.get("name"))
        .containsExactly(
            "cloud.security_group.security_group_arn",
            "cloud.security_group_rule.peer_user_id",
            "public.security_group.security_group_arn",
            "public.security_group_rule.peer_user_id");
    assertThat(ids("security_group", "group_id")).isEqualTo(groups);
    assertThat(ids("security_group_rule", "security_group_rule_id")).isEqualTo(rules);
    assertThat(moving.query("SELECT security_group_rule_id, owner FROM my_rules"))
        .hasSize(rules.size());
    assertThat(moving.query(PRIVILEGES)).isEqualTo(privileges);
    assertThat(moving.query("SELECT action, table_name FROM iasql_preview()"))
        .extracting(row -> row.get("action"), row -> row.get("table_name"))
        .containsExactly(tuple("create", "security_group"));
  }

  @Test
  @Order(3)
  void theNewVersionWorksAndNothingIsOutdated() throws SQLException {
    List<Map<String, Object>> done = moving.query("SELECT * FROM iasql_commit()");

    assertThat(done).extracting(row -> row.get("status")).containsExactly("done");
    assertThat((String) moving.value("SELECT group_id FROM my_note WHERE note = 'mine'"))
        .startsWith("sg-");
    assertThat(moving.query("SELECT * FROM iasql_modules_outdated()")).isEmpty();
    assertThat(moving.query("SELECT * FROM iasql_upgrade() WHERE from_version <> to_version"))
        .isEmpty();
    assertThat(moving.query(TenantDatabase.ERRORS)).isEmpty();
  }

  @Test
  @Order(4)
  void theOtherTenantStaysOnTheOldVersionAndWorks() throws SQLException {
    assertThat(staying.value(VERSION)).isEqualTo("1.0.0");
    assertThat(staying.query(COLUMNS)).hasSize(2);

    staying.query("SELECT * FROM iasql_refresh()");
    staying.query(
        "INSERT INTO security_group (group_id, group_name) VALUES ('new-old', 'upgrade-old-version')");
    staying.query(
        """
        INSERT INTO security_group_rule (group_id, is_egress, ip_protocol, from_port, to_port, cidr_ipv4)
        VALUES ('new-old', false, 'tcp', 22, 22, '10.0.0.0/8')
        """);
    List<Map<String, Object>> done = staying.query("SELECT * FROM iasql_commit()");

    assertThat(done).hasSize(2);
    assertThat(done).allSatisfy(row -> assertThat(row.get("status")).isEqualTo("done"));
    assertThat(staying.query("SELECT * FROM iasql_preview()")).isEmpty();
    assertThat(
            staying.value(
                "SELECT count(*) FROM security_group WHERE group_name = 'upgrade-pending'"))
        .as("what the other tenant made was read")
        .isEqualTo(1L);
  }

  @Test
  @Order(5)
  void whatIsNotInstalledCannotBeUpgraded() {
    SqlFailure failure =
        SqlFailure.of(() -> staying.query("SELECT * FROM iasql_upgrade('aws_vpc_lean')"));

    assertThat(failure.sqlState()).isEqualTo("IA010");
    assertThat(failure.message()).contains("aws_vpc_lean");
  }

  private static List<Map<String, Object>> ids(String table, String id) throws SQLException {
    return moving.query(
        "SELECT %1$s, region, account_id FROM %2$s ORDER BY 2, 1".formatted(id, table));
  }
}
