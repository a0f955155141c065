package dev.iasql.aws.sqlmodules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.iasql.aws.schema.Sql;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.local.module.ModuleName;
import dev.iasql.local.module.ModuleSkeleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./iasql module new} writes works as it is, also with the longest name. */
class ModuleSkeletonIT {
  private static final String NAME = "a23456789_123456789_123456789_123456789_123456789_";
  private static final String MADE =
      "SELECT count(*) FROM pg_class WHERE relname LIKE 'a23456789%' AND relkind = 'r'";

  @TempDir private Path folder;

  @Test
  void installsPassesItsTestsAndGoes() throws SQLException, IOException {
    Path version = new ModuleSkeleton(new ModuleName(NAME)).writeInto(folder);
    ModuleManifest manifest =
        new YAMLMapper().readValue(version.resolve("module.yaml").toFile(), ModuleManifest.class);
    SqlModuleTenant tenant = SqlModuleTenant.create("module_skeleton");
    try (Connection session = tenant.user()) {
      Sql user = new Sql(session);

      tenant.run(version.resolve("install.sql"));
      assertThat(user.rows("SELECT * FROM " + manifest.provides().tables().getFirst())).isEmpty();
      tenant.runTests(version);
      tenant.run(version.resolve("uninstall.sql"));

      assertThat(user.rows(MADE)).containsExactly("0");
    }
  }
}
