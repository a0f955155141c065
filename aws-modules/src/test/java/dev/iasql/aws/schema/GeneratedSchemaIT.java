package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.bundle.ExampleQuery;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the SQL of every module IaSQL brings along, in all its versions. */
@ParameterizedClass
@MethodSource("installations")
class GeneratedSchemaIT {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static TenantDatabase installed;

  @Parameter private Installation installation;

  static List<Installation> installations() {
    return List.of(
        Installation.USUAL,
        Installation.of("aws_account@1.0.0 aws_vpc_lean@1.0.0 aws_security_group@1.0.0"),
        Installation.ALTERNATIVE);
  }

  @Test
  void nothingIsLeftOut() {
    assertThat(installations().stream().flatMap(i -> i.modules().stream()))
        .containsAll(AwsModules.all().versions());
  }

  @BeforeParameterizedClassInvocation
  static void installAll(Installation installation) throws SQLException, IOException {
    installed = TenantDatabase.create("schema_all_" + NUMBER.incrementAndGet());
    for (ModuleBundle bundle : installation.bundles()) {
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
              installation.tables().stream().map(AwsTable::name).sorted().toList());
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

  @TestFactory
  Stream<DynamicTest> examplesRunAsTheyAre() {
    return installation.tables().stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> exampleRuns(table)));
  }

  private static void exampleRuns(AwsTable<?> table) throws SQLException {
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
    TenantDatabase database = TenantDatabase.create("schema_gone_" + NUMBER.incrementAndGet());
    List<List<String>> before = new ArrayList<>();
    for (ModuleBundle bundle : installation.bundles()) {
      before.add(Catalogue.of(database));
      database.install(bundle);
      assertThat(Catalogue.of(database)).isNotEqualTo(before.getLast());
    }
    for (ModuleBundle bundle : installation.bundles().reversed()) {
      database.uninstall(bundle);
      assertThat(Catalogue.of(database))
          .as("without %s", bundle.id())
          .isEqualTo(before.removeLast());
    }
  }

  private static List<String> tablesIn(Sql sql, String schema) throws SQLException {
    return sql.rows(
        "SELECT tablename FROM pg_tables WHERE schemaname = '%s' ORDER BY tablename COLLATE \"C\""
            .formatted(schema));
  }
}
