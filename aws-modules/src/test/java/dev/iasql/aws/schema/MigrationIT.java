package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.iasql.aws.bundle.ModuleBundles;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Upgrading ends where installing the newer version begins, and takes nothing from users. */
class MigrationIT {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** The steps from one version to the next, of what IaSQL brings along and of made-up modules. */
  static Stream<Step> steps() {
    return Stream.of(AwsModules.all(), TownModules.all())
        .flatMap(
            modules ->
                modules.versions().stream()
                    .filter(module -> !module.earlierVersions().isEmpty())
                    .map(module -> new Step(modules, module)));
  }

  record Step(AwsModules modules, AwsModule to) {
    String from() {
      return to.earlierVersions().getLast();
    }

    TenantDatabase with(String version) throws SQLException, IOException {
      TenantDatabase database = TenantDatabase.create("migration_" + NUMBER.incrementAndGet());
      AwsModule module = modules.find(to.name(), version).orElseThrow();
      for (AwsModule needed : modules.withNeeds(module)) {
        database.install(new ModuleBundles(modules).of(needed));
      }
      return database;
    }

    void migrate(TenantDatabase database) throws SQLException {
      ModuleBundle bundle = new ModuleBundles(modules).of(to);
      assertThat(bundle.manifest().migrations()).containsExactly(from());
      database.migrate(bundle, from());
    }

    @Override
    public String toString() {
      return "%s from %s to %s".formatted(to.name(), from(), to.version());
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aMigratedDatabaseIsLikeANewOne(Step step) throws SQLException, IOException {
    TenantDatabase fresh = step.with(step.to().version());
    TenantDatabase migrated = step.with(step.from());
    assertThat(Catalogue.ofTables(migrated)).isNotEqualTo(Catalogue.ofTables(fresh));

    step.migrate(migrated);

    assertThat(withoutNames(Catalogue.ofTables(migrated), migrated))
        .isEqualTo(withoutNames(Catalogue.ofTables(fresh), fresh));
  }

  /** Roles are named after the database. */
  private static List<String> withoutNames(List<String> catalogue, TenantDatabase database) {
    return catalogue.stream().map(line -> line.replace(database.name(), "tenant")).toList();
  }

  @Test
  void rowsViewsAndForeignKeysOfUsersSurvive() throws SQLException, IOException {
    Step step =
        new Step(
            AwsModules.all(), AwsModules.all().find("aws_security_group", "1.1.0").orElseThrow());
    TenantDatabase database = step.with("1.0.0");
    try (Connection engine = database.engine();
        Connection user = database.user()) {
      new Sql(engine)
          .run(
              """
              INSERT INTO public.aws_account (account_id, is_default) VALUES ('123456789012', true);
              INSERT INTO public.aws_region (region, account_id, is_enabled, is_default)
              VALUES ('us-east-1', '123456789012', true, true);
              """);
      try (Connection admin = database.admin()) {
        new Sql(admin).run("CREATE SCHEMA mine; GRANT ALL ON SCHEMA mine TO " + database.name());
      }
      Sql sql = new Sql(user);
      sql.run(
          """
          INSERT INTO security_group (group_id, group_name) VALUES ('new-web', 'web');
          INSERT INTO security_group_rule
            (security_group_rule_id, group_id, ip_protocol, peer_group_id, peer_owner_id)
          VALUES ('new-1', 'new-web', '-1', 'sg-2', '111122223333');
          CREATE VIEW mine.peers AS SELECT peer_owner_id FROM security_group_rule;
          CREATE TABLE mine.note (group_id text, region text, account_id text, text text,
            FOREIGN KEY (group_id, region, account_id) REFERENCES security_group ON UPDATE CASCADE);
          INSERT INTO mine.note SELECT group_id, region, account_id, 'hello' FROM security_group;
          """);

      step.migrate(database);

      assertThat(
              sql.rows(
                  "SELECT security_group_rule_id, peer_user_id, security_group_arn FROM"
                      + " security_group_rule JOIN security_group USING (group_id)"))
          .containsExactly("new-1|111122223333|null");
      assertThat(sql.rows("SELECT * FROM mine.peers")).containsExactly("111122223333");
      assertThat(sql.rows("SELECT text FROM mine.note")).containsExactly("hello");
      assertThat(sql.refusal("UPDATE security_group_rule SET peer_group_id = NULL").getSQLState())
          .as("the check follows the column's name")
          .isEqualTo("23514");
      assertThat(sql.refusal("UPDATE security_group SET security_group_arn = 'x'").getSQLState())
          .as("the new column is computed")
          .isEqualTo("IA030");
      assertThatCode(() -> sql.run("DELETE FROM mine.note; DELETE FROM security_group;"))
          .doesNotThrowAnyException();
    }
  }
}
