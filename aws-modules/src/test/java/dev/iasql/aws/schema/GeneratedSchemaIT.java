package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.bundle.ExampleQuery;
import dev.iasql.aws.bundle.ModuleBundles;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the SQL of every module IaSQL brings along. */
class GeneratedSchemaIT {
  private static final List<ModuleBundle> BUNDLES = new ModuleBundles(AwsModules.all()).all();

  private static TenantDatabase installed;

  @BeforeAll
  static void installAll() throws SQLException, IOException {
    installed = TenantDatabase.create("schema_all");
    for (ModuleBundle bundle : BUNDLES) {
      installed.install(bundle);
    }
    try (Connection engine = installed.engine()) {
      new Sql(engine)
          .run(
              """
              INSERT INTO public.aws_account (account_id, is_default) VALUES ('123456789012', true);
              INSERT INTO public.aws_region (region, account_id, is_enabled, is_default)
              VALUES ('us-east-1', '123456789012', true, true), ('eu-west-1', '123456789012', true, false);
              """);
    }
  }

  @Test
  void bothSchemasHaveTheSameTablesWithTheSameColumnsAndKeys() throws SQLException {
    try (Connection admin = installed.admin()) {
      Sql sql = new Sql(admin);
      String columns =
          """
          SELECT c.table_name, c.ordinal_position, c.column_name, c.data_type, c.udt_name, c.is_nullable
          FROM information_schema.columns c WHERE c.table_schema = '%s' ORDER BY 1, 2
          """;
      String keys =
          """
          SELECT c.conrelid::regclass::text, c.conkey::text FROM pg_constraint c
          WHERE c.contype = 'p' AND c.connamespace = '%s'::regnamespace
          ORDER BY 1
          """;
      List<String> wanted = sql.rows(columns.formatted("public"));

      assertThat(wanted).isNotEmpty().isEqualTo(sql.rows(columns.formatted("cloud")));
      sql.run("SET search_path = public");
      List<String> wantedKeys = sql.rows(keys.formatted("public"));
      sql.run("SET search_path = cloud");
      assertThat(sql.rows(keys.formatted("cloud"))).isEqualTo(wantedKeys);
      assertThat(tablesIn(sql, "public"))
          .containsExactlyElementsOf(
              AwsModules.all().tables().stream().map(AwsTable::name).sorted().toList());
    }
  }

  @Test
  void everythingSaysWhatItIs() throws SQLException {
    try (Connection admin = installed.admin()) {
      assertThat(
              new Sql(admin)
                  .rows(
                      """
                      SELECT c.oid::regclass || coalesce('.' || a.attname, '')
                      FROM pg_class c
                      LEFT JOIN LATERAL (
                        SELECT attnum, attname FROM pg_attribute
                        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                        UNION ALL SELECT 0, NULL) a ON true
                      WHERE c.relkind = 'r'
                        AND c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
                        AND NOT EXISTS (
                          SELECT FROM pg_description d WHERE d.classoid = 'pg_class'::regclass
                            AND d.objoid = c.oid AND d.objsubid = a.attnum)
                      UNION ALL
                      SELECT p.oid::regprocedure::text FROM pg_proc p
                      WHERE p.pronamespace = 'public'::regnamespace
                        AND obj_description(p.oid, 'pg_proc') NOT LIKE '% Example: %;'
                      """))
          .isEmpty();
    }
  }

  @Test
  void onlyWantedRowsHaveForeignKeysChecksAndDefaults() throws SQLException {
    try (Connection admin = installed.admin()) {
      Sql sql = new Sql(admin);

      assertThat(
              sql.rows(
                  """
                  SELECT conname FROM pg_constraint
                  WHERE connamespace = 'cloud'::regnamespace AND contype NOT IN ('p', 'n')
                  """))
          .isEmpty();
      assertThat(
              sql.rows(
                  """
                  SELECT d.adrelid::regclass FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
                  WHERE c.relnamespace = 'cloud'::regnamespace
                  """))
          .isEmpty();
      assertThat(
              sql.rows(
                  """
                  SELECT conname FROM pg_constraint
                  WHERE connamespace = 'public'::regnamespace AND contype = 'f' AND confupdtype <> 'c'
                  """))
          .isEmpty();
    }
  }

  @Test
  void everyForeignKeyIsFollowedByAnIndex() throws SQLException {
    try (Connection admin = installed.admin()) {
      assertThat(
              new Sql(admin)
                  .rows(
                      """
                      SELECT c.conname FROM pg_constraint c
                      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
                        AND c.confrelid::regclass::text NOT IN ('aws_account', 'aws_region')
                        AND NOT EXISTS (
                          SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])
                      """))
          .isEmpty();
    }
  }

  @Test
  void usersReadBothAndWriteOnlyWhatIsWanted() throws SQLException {
    try (Connection user = installed.user()) {
      assertThat(
              new Sql(user)
                  .rows(
                      """
                      SELECT c.oid::regclass FROM pg_class c
                      WHERE c.relkind = 'r'
                        AND c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
                        AND NOT (has_table_privilege(c.oid, 'SELECT')
                          AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE')
                            = (c.relnamespace = 'public'::regnamespace)
                          AND NOT has_table_privilege(c.oid, 'TRUNCATE'))
                      """))
          .isEmpty();
    }
  }

  static List<AwsTable<?>> tables() {
    return AwsModules.all().tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void examplesRunAsTheyAre(AwsTable<?> table) throws SQLException {
    boolean writable = table.isManaged() || !table.model().localColumns().isEmpty();
    try (Connection user = installed.user()) {
      user.setAutoCommit(false);
      Sql sql = new Sql(user);

      sql.run(table.model().example());

      assertThat(sql.rows(new ExampleQuery(table.model()).sql()).isEmpty()).isEqualTo(!writable);
      user.rollback();
    }
  }

  @Test
  void uninstallingLeavesNothing() throws SQLException, IOException {
    TenantDatabase database = TenantDatabase.create("schema_gone");
    List<List<String>> before = new ArrayList<>();
    for (ModuleBundle bundle : BUNDLES) {
      before.add(catalogue(database));
      database.install(bundle);
      assertThat(catalogue(database)).isNotEqualTo(before.getLast());
    }
    for (ModuleBundle bundle : BUNDLES.reversed()) {
      database.uninstall(bundle);
      assertThat(catalogue(database)).as("without %s", bundle.id()).isEqualTo(before.removeLast());
    }
  }

  /** Everything the catalogue knows of, by description rather than by number. */
  private static List<String> catalogue(TenantDatabase database) throws SQLException {
    try (Connection admin = database.admin()) {
      return new Sql(admin)
          .rows(
              """
              WITH object (class, id, detail) AS (
                SELECT tableoid, oid, relkind::text FROM pg_class
                  WHERE relnamespace <> 'pg_toast'::regnamespace
                UNION ALL SELECT tableoid, oid, prosrc FROM pg_proc
                UNION ALL SELECT tableoid, oid, contype::text FROM pg_constraint
                UNION ALL SELECT tableoid, oid, tgtype::text FROM pg_trigger
                UNION ALL SELECT tableoid, oid, typtype::text FROM pg_type
                UNION ALL SELECT tableoid, oid, '' FROM pg_attrdef
                UNION ALL SELECT tableoid, oid, nspacl::text FROM pg_namespace
                UNION ALL SELECT tableoid, oid, '' FROM pg_rewrite)
              SELECT pg_describe_object(class, id, 0), detail FROM object
              UNION ALL
              SELECT 'comment on ' || pg_describe_object(classoid, objoid, objsubid), description
              FROM pg_description WHERE objoid >= 16384
              UNION ALL
              SELECT 'count of pg_depend', count(*)::text FROM pg_depend
              UNION ALL
              SELECT 'count of pg_attribute', count(*)::text FROM pg_attribute
              ORDER BY 1, 2
              """);
    }
  }

  private static List<String> tablesIn(Sql sql, String schema) throws SQLException {
    return sql.rows(
        "SELECT tablename FROM pg_tables WHERE schemaname = '%s' ORDER BY tablename COLLATE \"C\""
            .formatted(schema));
  }
}
