package dev.iasql.sync.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.request.Stage;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tenants of one worker with different modules, and with versions of them it does not know. */
class ModuleVersionsIT {
  private static TestSync sync;

  @BeforeAll
  static void start() {
    sync =
        new TestSync(
            AwsModules.all(),
            TestAwsConfiguration.of(TestServers.aws().endpoint(), Set.of("us-east-1")));
    CommitSystem.addStages(sync);
  }

  @AfterAll
  static void stop() {
    sync.close();
  }

  private static TestTenant tenant(String... modules) {
    TestTenant tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), modules);
    String[] names =
        Arrays.stream(modules).map(name -> name.split("@", 2)[0]).toArray(String[]::new);
    assertThat(sync.importModules(tenant, names).state()).isEqualTo("done");
    assertThat(tenant.column("SELECT message FROM iasql.error WHERE row_id IS NULL")).isEmpty();
    return tenant;
  }

  private static List<String> commit(TestTenant tenant) {
    return CommitSystem.outcomes(
        CommitSystem.rows(sync.perform(tenant, "iasql_commit", Stage.COMMIT, List.of())));
  }

  @Test
  void eachTenantHasItsOwnVersion() {
    TestTenant old = tenant("aws_account", "aws_vpc", "aws_security_group@1.0.0");
    TestTenant current = tenant("aws_account", "aws_vpc", "aws_security_group@1.1.0");
    String vpc = "SELECT vpc_id FROM public.vpc WHERE is_default";
    String group =
        "INSERT INTO security_group (group_id, group_name, vpc_id) VALUES ('new-g', '%s', ("
            + vpc
            + "))";
    old.userDoes(group.formatted("old"));
    old.userDoes(
        "INSERT INTO security_group_rule (group_id, ip_protocol, cidr_ipv4, peer_owner_id)"
            + " VALUES ('new-g', '-1', '10.0.0.0/8', NULL)");
    current.userDoes(group.formatted("current"));
    current.userDoes(
        "INSERT INTO security_group_rule (group_id, ip_protocol, cidr_ipv4, peer_user_id)"
            + " VALUES ('new-g', '-1', '10.0.0.0/8', NULL)");

    List<String> done = List.of("create security_group done", "create security_group_rule done");
    assertThat(commit(old)).isEqualTo(done);
    assertThat(commit(current)).isEqualTo(done);

    sync.refresh(old);
    String both =
        "SELECT count(*) FROM cloud.security_group WHERE group_name IN ('old', 'current')";
    assertThat(old.value(both)).isEqualTo("2");
    assertThat(
            current.value(
                "SELECT security_group_arn FROM cloud.security_group WHERE group_name = 'current'"))
        .startsWith("arn:aws:ec2:us-east-1:123456789012:security-group/sg-");
    for (TestTenant tenant : List.of(old, current)) {
      tenant.userDoes(
          "DELETE FROM security_group_rule WHERE cidr_ipv4 = '10.0.0.0/8' AND group_id IN (SELECT group_id FROM security_group WHERE group_name IN ('old', 'current'))");
    }
    old.userDoes("DELETE FROM security_group WHERE group_name = 'old'");
    current.userDoes("DELETE FROM security_group WHERE group_name = 'current'");
    assertThat(commit(old)).contains("delete security_group done");
    assertThat(commit(current)).contains("delete security_group done");
  }

  @Test
  void alternativesSeeTheSameAndWriteTheSame() {
    TestTenant tables = tenant("aws_account", "aws_vpc", "aws_security_group");
    TestTenant inline = tenant("aws_account", "aws_vpc_lean", "aws_security_group_inline");

    assertThat(inline.column("SELECT vpc_id FROM public.vpc ORDER BY 1"))
        .isEqualTo(tables.column("SELECT vpc_id FROM public.vpc ORDER BY 1"));
    assertThat(inline.value("SELECT sum(jsonb_array_length(rules)) FROM public.security_group"))
        .isEqualTo(tables.value("SELECT count(*) FROM public.security_group_rule"));

    inline.userDoes(
        """
        INSERT INTO security_group (group_id, group_name, vpc_id, rules)
        SELECT 'new-g', 'inline', vpc_id, '[
          {"direction": "ingress", "protocol": "TCP", "from_port": 443, "to_port": 443, "source": "10.0.0.0/8"},
          {"direction": "ingress", "protocol": "-1", "source": "new-g", "description": "each other"}]'
        FROM vpc WHERE is_default
        """);
    assertThat(commit(inline)).containsExactly("create security_group done");
    assertThat(commit(inline)).as("AWS has what was wanted").isEmpty();
    sync.refresh(tables);
    assertThat(
            tables.column(
                """
                SELECT concat_ws(' ', ip_protocol, from_port, cidr_ipv4, r.description, referenced_group_id = group_id)
                FROM public.security_group_rule r JOIN public.security_group g USING (group_id)
                WHERE group_name = 'inline' ORDER BY 1
                """))
        .containsExactly("-1 t", "tcp 443 10.0.0.0/8");

    inline.userDoes("UPDATE security_group SET rules = rules - 0 WHERE group_name = 'inline'");
    assertThat(commit(inline)).containsExactly("update security_group done");
    sync.refresh(tables);
    assertThat(
            tables.value(
                """
                SELECT count(*) FROM public.security_group_rule r
                JOIN public.security_group g USING (group_id) WHERE group_name = 'inline'
                """))
        .isEqualTo("1");
    inline.userDoes("DELETE FROM security_group WHERE group_name = 'inline'");
    assertThat(commit(inline)).containsExactly("delete security_group done");
  }

  @Test
  void aVersionNobodyKnowsIsAnErrorOfItsTablesOnly() {
    TestTenant tenant = tenant("aws_account", "aws_vpc", "aws_security_group");
    tenant.engineDoes(
        "UPDATE iasql.module SET version = '9.0.0' WHERE name = 'aws_security_group'");
    String errors =
        "SELECT concat_ws('|', table_name, code, message) FROM iasql.error WHERE row_id IS NULL ORDER BY table_name";

    Answer refreshed = sync.refresh(tenant);

    assertThat(refreshed.counts("vpc")).startsWith("0 created, 0 updated, 0 deleted");
    assertThat(tenant.column(errors))
        .containsExactly(
            "security_group|VERSION_NOT_FOUND|the sync service cannot read tables of"
                + " aws_security_group 9.0.0",
            "security_group_rule|VERSION_NOT_FOUND|the sync service cannot read tables of"
                + " aws_security_group 9.0.0");
    assertThat(sync.refresh(tenant, "security_group").error().path("code").asText())
        .isEqualTo("VERSION_NOT_FOUND");
    assertThat(commit(tenant)).isEmpty();

    tenant.engineDoes(
        "UPDATE iasql.module SET version = '1.1.0' WHERE name = 'aws_security_group'");
    sync.refresh(tenant);

    assertThat(tenant.column(errors)).isEmpty();
  }

  @Test
  void tablesOfSqlModulesAreNoneOfAws() {
    TestTenant tenant = tenant("aws_account");
    tenant.engineDoes(
        """
        INSERT INTO iasql.module (name, version, kind, state, reason, manifest, uninstall_sql)
        VALUES ('aws_network_simple', '1.0.0', 'sql', 'installed', 'requested', '{}', '')
        """);
    tenant.engineDoes("INSERT INTO iasql.module_table VALUES ('network', 'aws_network_simple')");
    tenant.engineDoes(
        "SELECT iasql_internal.run_module_sql('CREATE TABLE public.network (name text PRIMARY KEY)')");
    tenant.userDoes("INSERT INTO network VALUES ('shop')");

    Answer refreshed = sync.refresh(tenant);
    Answer named = sync.refresh(tenant, "network");

    assertThat(refreshed.rows().findValuesAsText("table_name"))
        .containsExactly("aws_account", "aws_region");
    assertThat(named.error().path("sql_state").asText()).isEqualTo("IA032");
    assertThat(named.error().path("message").asText())
        .isEqualTo("no installed module reads a table \"network\" from AWS");
    assertThat(named.error().path("hint").asText())
        .isEqualTo(
            "It belongs to module aws_network_simple, which makes it of other tables; name those.");
    assertThat(sync.perform(tenant, "iasql_preview", Stage.PREVIEW, List.of()).rows()).isEmpty();
    assertThat(commit(tenant)).isEmpty();
    assertThat(CommitSystem.rows(sync.perform(tenant, "iasql_rollback", Stage.ROLLBACK, List.of())))
        .isEmpty();
    assertThat(tenant.column("SELECT name FROM public.network")).containsExactly("shop");
  }
}
