package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.bundle.BundleFolder;
import dev.iasql.install.support.CatalogueDump;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The modules that come with IaSQL, without AWS behind them. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ShippedModulesIT extends TenantTest {
  @BeforeEach
  void publish() {
    BundleFolder shelf = new BundleFolder(Path.of("../aws-modules/bundles"), ModuleKind.AWS);
    broker.publish(shelf.versions().stream().map(shelf::read).map(ModulePublished::new).toList());
    Awaitility.await()
        .until(
            () ->
                rows("SELECT module_name FROM iasql_modules_list()")
                    .containsAll(
                        List.of(
                            "aws_vpc",
                            "aws_vpc_lean",
                            "aws_security_group",
                            "aws_security_group_inline")));
  }

  @Test
  void alternativesTakeEachOthersPlaceThereAndBack() throws SQLException {
    run("SELECT * FROM iasql_install('aws_vpc', 'aws_security_group')");
    List<String> before = dump();
    run("SELECT * FROM iasql_swap('aws_security_group', 'aws_security_group_inline')");
    run("SELECT * FROM iasql_swap('aws_vpc', 'aws_vpc_lean')");
    assertThat(rows("SELECT module_name FROM iasql_modules_installed() ORDER BY 1"))
        .containsExactly("aws_account", "aws_security_group_inline", "aws_vpc_lean");
    run("SELECT * FROM iasql_swap('aws_vpc_lean', 'aws_vpc')");
    run("SELECT * FROM iasql_swap('aws_security_group_inline', 'aws_security_group')");
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void anUpgradeAllowsEverythingAnInstallationWould() throws SQLException {
    run("SELECT * FROM iasql_install('aws_security_group@1.0.0')");
    assertThat(
            rows(
                "SELECT module_name, from_version, to_version FROM iasql_upgrade() WHERE from_version <> to_version"))
        .containsExactly("aws_security_group|1.0.0|1.1.0");
    List<String> columns = columns();
    run("SELECT * FROM iasql_uninstall('aws_security_group')");
    run("SELECT * FROM iasql_install('aws_security_group')");
    assertThat(columns()).isEqualTo(columns);
  }

  private List<String> columns() throws SQLException {
    return rows(
        "SELECT attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute"
            + " WHERE attnum > 0 AND NOT attisdropped AND attrelid IN ('public.security_group'::regclass, 'cloud.security_group'::regclass)"
            + " ORDER BY 1, 2");
  }

  private List<String> dump() throws SQLException {
    try (Connection admin = tenants.asAdmin(tenant.name().value())) {
      return CatalogueDump.of(admin);
    }
  }
}
