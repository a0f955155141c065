package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module from the first file to the database of somebody else, and out again. */
class ModulePublishTest {
  private final IasqlSystem system = IasqlSystem.shared();
  @TempDir private Path folder;

  @Test
  void aNewModuleIsCheckedPublishedInstalledAndRemoved() throws IOException, SQLException {
    TenantDatabase tenant = system.newTenant("publish");
    String module = folder.resolve("shop_report").toString();

    system.module("new", "shop_report", "--into", folder.toString()).orFail();
    CommandLine.Result check = system.module("check", module).orFail();
    assertThat(check.output())
        .contains("shop_report 1.0.0 keeps the rules")
        .doesNotContain("broken");
    CommandLine.Result published = system.module("publish", module).orFail();
    assertThat(published.output()).contains("shop_report 1.0.0 is published.");

    untilListed(tenant, "shop_report");
    assertThat(tenant.query("SELECT * FROM iasql_install('shop_report')"))
        .extracting(row -> row.get("module_name"), row -> row.get("table_name"))
        .containsExactly(tuple("shop_report", "shop_report_note"));
    tenant.query("INSERT INTO shop_report_note (name, note) VALUES ('first', 'It works')");
    assertThat(tenant.value("SELECT note FROM shop_report_note")).isEqualTo("It works");
    assertThat(tenant.query("SELECT * FROM iasql_preview()")).isEmpty();

    publishedVersionsNeverChange(module);
    aVersionInUseStays(tenant);
  }

  private void publishedVersionsNeverChange(String module) throws IOException {
    assertThat(system.module("publish", module, "--unchecked").orFail().output())
        .contains("was published before, with the same content");

    Files.writeString(
        folder.resolve("shop_report/1.0.0/README.md"), "# shop_report 1.0.0\n\nOther.\n");
    CommandLine.Result other = system.module("publish", module, "--unchecked");

    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.output()).contains("iasql: ", "shop_report", "Hint: ");
  }

  private void aVersionInUseStays(TenantDatabase tenant) throws SQLException {
    String version = "/modules/shop_report/versions/1.0.0";
    Awaitility.await()
        .until(
            () -> IasqlSystem.json(system.api("GET", version, null)).path("usedBy").asInt() == 1);

    HttpResponse<String> refused = system.api("DELETE", version, null);
    assertThat(refused.statusCode()).isEqualTo(409);
    JsonNode problem = IasqlSystem.json(refused);
    assertThat(problem.get("code").asText()).isEqualTo("VERSION_IN_USE");
    assertThat(problem.get("detail").asText()).contains("1 database");

    tenant.query("SELECT * FROM iasql_uninstall('shop_report')");
    assertThat(tenant.value("SELECT to_regclass('shop_report_note') IS NULL")).isEqualTo(true);
    Awaitility.await().until(() -> system.api("DELETE", version, null).statusCode() == 204);
    assertThat(system.api("GET", version, null).statusCode()).isEqualTo(404);
    Awaitility.await()
        .until(
            () ->
                tenant
                    .query("SELECT FROM iasql_modules_list() WHERE module_name = 'shop_report'")
                    .isEmpty());
  }

  @Test
  void overRestTheSameRulesHold() {
    ModuleFiles module = ModuleFiles.of("rest_module", "1.0.0");

    assertThat(system.upload("/modules", module.zip()).statusCode()).isEqualTo(201);
    assertThat(system.upload("/modules", module.zip()).statusCode()).isEqualTo(200);
    HttpResponse<String> other =
        system.upload("/modules", module.and("install.sql", "-- changed\n").zip());

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(IasqlSystem.json(other).get("code").asText()).isEqualTo("VERSION_EXISTS");
    assertThat(system.upload("/modules", new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
    assertThat(system.api("DELETE", "/modules/rest_module/versions/1.0.0", null).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aVersionOfASqlModuleIsUpgradedByItsMigration() throws SQLException {
    TenantDatabase tenant = system.newTenant("publish_upgrade");
    ModuleFiles first = ModuleFiles.of("moving_module", "1.0.0");
    ModuleFiles second =
        ModuleFiles.of("moving_module", "1.1.0")
            .and("module.yaml", "migrations: [\"1.0.0\"]\n")
            .with(
                "install.sql",
                """
                CREATE TABLE moving_module_note (note text PRIMARY KEY, author text);
                COMMENT ON TABLE moving_module_note IS 'A note.';
                COMMENT ON COLUMN moving_module_note.note IS 'Its text.';
                COMMENT ON COLUMN moving_module_note.author IS 'Who wrote it.';
                """)
            .with(
                "migrations/from-1.0.0.sql",
                """
                ALTER TABLE moving_module_note ADD COLUMN author text;
                COMMENT ON COLUMN moving_module_note.author IS 'Who wrote it.';
                """);
    system.module("publish", first.writeInto(folder).toString()).orFail();
    untilListed(tenant, "moving_module");
    tenant.install("moving_module");
    tenant.query("INSERT INTO moving_module_note (note) VALUES ('kept')");

    system.module("publish", second.writeInto(folder).toString()).orFail();
    Awaitility.await()
        .until(() -> !tenant.query("SELECT * FROM iasql_modules_outdated()").isEmpty());
    tenant.query("SELECT * FROM iasql_upgrade('moving_module')");

    assertThat(tenant.query("SELECT note, author FROM moving_module_note"))
        .extracting(row -> row.get("note"), row -> row.get("author"))
        .containsExactly(tuple("kept", null));
  }

  private static void untilListed(TenantDatabase tenant, String module) {
    Awaitility.await()
        .until(
            () ->
                !tenant
                    .query("SELECT FROM iasql_modules_list() WHERE module_name = ?", module)
                    .isEmpty());
  }
}
