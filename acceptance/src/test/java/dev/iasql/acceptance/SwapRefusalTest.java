package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modules go only when nothing is lost by it, unless one says that it may be. */
class SwapRefusalTest {
  private static final String SWAP =
      "SELECT * FROM iasql_swap('aws_security_group', 'aws_security_group_inline')";
  private static final String FORCED_SWAP =
      "SELECT * FROM iasql_swap('aws_security_group', 'aws_security_group_inline', force => true)";
  private static final String FORCED_UNINSTALL =
      "SELECT * FROM iasql_uninstall(true, 'aws_security_group')";
  private static final String NEW_GROUP =
      "INSERT INTO security_group (group_id, group_name) VALUES ('new-pending', 'pending')";
  private static IasqlSystem system;
  private TenantDatabase tenant;

  @BeforeAll
  static void start() {
    system = IasqlSystem.shared();
  }

  @BeforeEach
  void install() throws SQLException {
    tenant = system.newTenant("swap_refusal");
    tenant.install("aws_security_group");
  }

  @Test
  void whatIsNotCommittedIsNamedAndStays() throws SQLException {
    tenant.query(NEW_GROUP);

    for (String call : List.of(SWAP, "SELECT * FROM iasql_uninstall('aws_security_group')")) {
      SqlFailure failure = SqlFailure.of(() -> tenant.query(call));

      assertThat(failure.sqlState()).isEqualTo("IA015");
      assertThat(failure.detail()).contains("security_group", "new-pending");
      assertThat(failure.hint()).contains("iasql_commit()", "iasql_rollback()", "true");
    }
    assertThat(tenant.value("SELECT count(*) FROM security_group WHERE group_id = 'new-pending'"))
        .isEqualTo(1L);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).hasSize(1);
  }

  @Test
  void whatTheUserBuiltIsNamedAndStays() throws SQLException {
    tenant.query("CREATE VIEW my_groups AS SELECT group_name FROM security_group");

    SqlFailure failure = SqlFailure.of(() -> tenant.query(SWAP));

    assertThat(failure.sqlState()).isEqualTo("IA017");
    assertThat(failure.message() + failure.detail()).contains("my_groups");
    assertThat(tenant.query("SELECT * FROM my_groups")).isNotEmpty();
  }

  @Test
  void aForcedSwapSaysWhatWent() throws SQLException {
    tenant.query(NEW_GROUP);
    tenant.query("CREATE VIEW my_groups AS SELECT group_name FROM security_group");
    Map<String, Integer> writes = new AwsCalls(system).writes();

    List<Map<String, Object>> rows = tenant.query(FORCED_SWAP);

    assertThat(lost(rows)).contains("new-pending", "my_groups");
    assertThat(tenant.value("SELECT to_regclass('my_groups') IS NULL")).isEqualTo(true);
    assertThat(tenant.value("SELECT count(*) FROM security_group WHERE group_name = 'pending'"))
        .isEqualTo(0L);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
    assertThat(new AwsCalls(system).writes()).isEqualTo(writes);
  }

  @Test
  void aForcedUninstallationSaysWhatWent() throws SQLException {
    tenant.query(NEW_GROUP);
    tenant.query("CREATE VIEW my_groups AS SELECT group_name FROM security_group");

    List<Map<String, Object>> rows = tenant.query(FORCED_UNINSTALL);

    assertThat(lost(rows)).contains("new-pending", "my_groups");
    assertThat(tenant.value("SELECT to_regclass('security_group') IS NULL")).isEqualTo(true);
    assertThat(tenant.value("SELECT to_regclass('my_groups') IS NULL")).isEqualTo(true);
  }

  @Test
  void aSwapThatAwsRefusesLeavesEverythingAsItWas() throws SQLException {
    AwsCalls aws = new AwsCalls(system);
    String objects =
        """
        SELECT n.nspname, c.relname, c.relkind::text, c.relowner::regrole::text, c.relacl::text
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'cloud') OR n.nspname LIKE 'iasql\\_parked%'
        ORDER BY 1, 2
        """;
    String modules =
        "SELECT module_name, module_version, reason FROM iasql_modules_installed() ORDER BY 1";
    Snapshot rows = Snapshot.of(tenant, "security_group", "security_group_rule", "vpc");
    List<Map<String, Object>> objectsBefore = tenant.query(objects);
    List<Map<String, Object>> modulesBefore = tenant.query(modules);

    SqlFailure failure;
    aws.refuseCredentials();
    try {
      failure = SqlFailure.of(() -> tenant.query(SWAP));
    } finally {
      aws.acceptCredentials();
    }

    assertThat(failure.sqlState()).isEqualTo("IA020");
    assertThat(Snapshot.of(tenant, "security_group", "security_group_rule", "vpc")).isEqualTo(rows);
    assertThat(tenant.query(objects)).isEqualTo(objectsBefore);
    assertThat(tenant.query(modules)).isEqualTo(modulesBefore);
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();
    assertThat(tenant.query(SWAP)).as("and works once AWS does").isNotEmpty();
  }

  private static String lost(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> String.valueOf(row.get("lost"))).toList().toString();
  }
}
