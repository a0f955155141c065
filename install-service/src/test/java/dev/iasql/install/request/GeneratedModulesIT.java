package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.event.ModulePublished;
import dev.iasql.install.support.CatalogueDump;
import dev.iasql.install.support.GeneratedModules;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever modules look like and however they hang together, what was done can be undone. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class GeneratedModulesIT extends TenantTest {
  private static final int MODULES = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void installedAndUninstalledOrSwappedThereAndBackTheDatabaseIsTheSame(long seed)
      throws SQLException {
    GeneratedModules modules = new GeneratedModules(seed, MODULES);
    broker.publish(modules.bundles().stream().map(ModulePublished::new).toList());
    String last = modules.name(MODULES - 1, "b");
    Awaitility.await()
        .until(() -> rows("SELECT module_name FROM iasql_modules_list()").contains(last));
    List<String> empty = dump();

    run("SELECT * FROM iasql_install(%s)".formatted(quoted(modules.some())));
    List<String> installed = dump();
    List<String> there = rows("SELECT module_name FROM iasql_modules_installed() ORDER BY 1");
    assertThat(
            rows(
                "SELECT m.name FROM iasql.module m, jsonb_object_keys(m.manifest -> 'dependencies') d"
                    + " WHERE NOT EXISTS (SELECT FROM iasql.module_dependency e WHERE e.module_name = m.name AND e.requirement = d)"))
        .as("modules that miss something")
        .isEmpty();

    for (String name : there) {
      String alternative = name.replaceFirst("_a$", "_b");
      run("SELECT * FROM iasql_swap('%s', '%s')".formatted(name, alternative));
      assertThat(dump()).as("swapped %s", name).isNotEqualTo(installed).hasSameSizeAs(installed);
      run("SELECT * FROM iasql_swap('%s', '%s')".formatted(alternative, name));
      assertThat(dump()).as("swapped %s and back", name).isEqualTo(installed);
    }

    run("SELECT * FROM iasql_uninstall(%s)".formatted(quoted(there)));
    assertThat(dump()).isEqualTo(empty);
  }

  private static String quoted(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }

  private List<String> dump() throws SQLException {
    try (Connection admin = tenants.asAdmin(tenant.name().value())) {
      return CatalogueDump.of(admin);
    }
  }
}
