package dev.iasql.aws.sqlmodules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.schema.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSimpleRemovalIT {
  private static final Path MODULE = Path.of("sql-modules/aws_network_simple/1.0.0");
  private static final String OBJECTS =
      """
      SELECT format('%s %s', c.relkind, c.relname) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
      UNION ALL
      SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT t.typname FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace
      ORDER BY 1
      """;

  @Test
  void uninstallingLeavesNothingOfTheModuleAndEverythingOfTheNetwork()
      throws SQLException, IOException {
    SqlModuleTenant tenant = SqlModuleTenant.create("network_simple_removal");
    try (Connection session = tenant.user()) {
      Sql user = new Sql(session);
      List<String> before = user.rows(OBJECTS);
      tenant.run(MODULE.resolve("install.sql"));
      user.run("INSERT INTO network (name, cidr_block) VALUES ('shop', '10.40.0.0/16')");

      tenant.run(MODULE.resolve("uninstall.sql"));

      assertThat(user.rows(OBJECTS)).isEqualTo(before);
      assertThat(user.rows("SELECT count(*) FROM subnet")).containsExactly("2");
    }
  }
}
