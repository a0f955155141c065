package dev.iasql.aws.sqlmodules;

import dev.iasql.aws.schema.Installation;
import dev.iasql.aws.schema.Sql;
import dev.iasql.aws.schema.TenantDatabase;
import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tenant with the AWS modules most users have, and a role that may do with their tables no more
 * than the author of a SQL module may count on: read them and refer to them.
 */
final class SqlModuleTenant {
  private static final String CLOUD =
      """
      INSERT INTO public.aws_account (account_id, is_default) VALUES ('123456789012', true);
      INSERT INTO public.aws_region (region, account_id, is_enabled, is_default)
      VALUES ('us-east-1', '123456789012', true, true), ('us-west-1', '123456789012', true, false);
      INSERT INTO public.availability_zone
        (zone_name, zone_type, opt_in_status, state, region, account_id)
      SELECT zone, 'availability-zone', CASE zone WHEN 'us-east-1a' THEN 'opt-in-not-required' END, 'available', left(zone, -1), '123456789012'
      FROM unnest(ARRAY['us-east-1c', 'us-east-1a', 'us-east-1b', 'us-west-1a', 'us-west-1c']) AS zone;
      INSERT INTO public.availability_zone
        (zone_name, zone_type, opt_in_status, state, region, account_id)
      VALUES ('us-east-1-bos-1a', 'local-zone', 'not-opted-in', 'available', 'us-east-1', '123456789012');
      """;

  private final TenantDatabase database;
  private final String role;

  private SqlModuleTenant(TenantDatabase database, String role) {
    this.database = database;
    this.role = role;
  }

  static SqlModuleTenant create(String name) throws SQLException, IOException {
    TenantDatabase database = TenantDatabase.create(name);
    for (ModuleBundle bundle : Installation.USUAL.bundles()) {
      database.install(bundle);
    }
    try (Connection engine = database.engine()) {
      new Sql(engine).run(CLOUD);
    }
    SqlModuleTenant tenant = new SqlModuleTenant(database, name + "_sql_modules");
    try (Connection admin = database.admin()) {
      new Sql(admin)
          .run(
              """
              CREATE ROLE $role;
              GRANT USAGE, CREATE ON SCHEMA public TO $role;
              GRANT SELECT, REFERENCES ON ALL TABLES IN SCHEMA public TO $role;
              GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO $role;
              ALTER DEFAULT PRIVILEGES FOR ROLE $role REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
              ALTER DEFAULT PRIVILEGES FOR ROLE $role IN SCHEMA public
                GRANT SELECT, INSERT, UPDATE, DELETE, REFERENCES ON TABLES TO $user;
              ALTER DEFAULT PRIVILEGES FOR ROLE $role IN SCHEMA public
                GRANT EXECUTE ON FUNCTIONS TO $user;
              """
                  .replace("$role", tenant.role)
                  .replace("$user", name));
    }
    return tenant;
  }

  /** Every test that comes with a module. */
  void runTests(Path version) throws SQLException, IOException {
    List<Path> tests;
    try (Stream<Path> files = Files.list(version.resolve("tests"))) {
      tests = files.sorted().toList();
    }
    for (Path test : tests) {
      try (Connection user = user()) {
        new Sql(user).run(Files.readString(test));
      }
    }
  }

  /** Statements of a module, as the role of such modules. */
  void run(Path file) throws SQLException, IOException {
    try (Connection admin = database.admin()) {
      Sql sql = new Sql(admin);
      sql.run("SET ROLE " + role + "; SET search_path = public, pg_temp");
      sql.run(Files.readString(file));
    }
  }

  Connection user() throws SQLException {
    return database.user();
  }

  Connection engine() throws SQLException {
    return database.engine();
  }
}
