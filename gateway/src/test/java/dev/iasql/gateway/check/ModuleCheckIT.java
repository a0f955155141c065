package dev.iasql.gateway.check;

import static dev.iasql.gateway.support.Api.administrator;
import static dev.iasql.gateway.support.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.gateway.support.InstallService;
import dev.iasql.gateway.support.Servers;
import dev.iasql.gateway.support.TenantServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ModuleCheckIT {
  private static final String BUNDLE =
      """
      name: fruit
      version: 1.0.0
      summary: Fruit.
      """;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject TenantDirectory directory;
  @Inject TenantServer server;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private InstallService install;

  @BeforeEach
  void startInstallService() {
    install = new InstallService(kafka, directory, server);
  }

  @AfterEach
  void stopInstallService() throws InterruptedException {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(checks()).isEmpty());
    install.close();
    threads.close();
  }

  @Test
  void hasABundleTriedInADatabaseOfItsOwn() throws Exception {
    Future<Response> answer = threads.submit(() -> check(zip(BUNDLE)));

    JsonNode arguments =
        end(
            "UPDATE iasql.request SET state = 'done', result = "
                + "'[{\"rule\": \"declares\", \"passed\": true, \"message\": \"all there\"},"
                + " {\"rule\": \"leaves\", \"passed\": false, \"message\": \"a table is left\","
                + " \"where_\": \"uninstall.sql\"}]'");

    answer
        .get()
        .then()
        .statusCode(200)
        .body("passed", equalTo(false))
        .body("findings.rule", contains("declares", "leaves"))
        .body("findings.passed", contains(true, false))
        .body("findings[1].where", equalTo("uninstall.sql"))
        .body("findings[1].message", equalTo("a table is left"));
    assertThat(arguments.get(0).at("/manifest/name").asText()).isEqualTo("fruit");
    assertThat(arguments.get(0).at("/kind").asText()).isEqualTo("sql");
    assertThat(arguments.get(0).at("/install_sql").asText()).isEqualTo("SELECT 1");
    assertThat(arguments.at("/1/first.sql").asText()).isEqualTo("SELECT 'test'");
  }

  @Test
  void saysWhyABundleCouldNotBeTried() throws Exception {
    Future<Response> answer = threads.submit(() -> check(zip(BUNDLE)));

    end(
        "UPDATE iasql.request SET state = 'failed', error = '{\"code\": \"MODULE_NOT_FOUND\","
            + " \"message\": \"there is no module x\", \"hint\": \"publish it\"}'");

    answer
        .get()
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("MODULE_NOT_FOUND"))
        .body("detail", equalTo("there is no module x"))
        .body("hint", equalTo("publish it"));
  }

  @Test
  void doesNotWaitForever() {
    check(zip(BUNDLE))
        .then()
        .statusCode(503)
        .body("code", equalTo("UNAVAILABLE"))
        .body("detail", startsWith("the check did not end within 5 seconds"));
  }

  @Test
  void triesTwoAtOnceAndNotMore() throws Exception {
    Future<Response> first = threads.submit(() -> check(zip(BUNDLE)));
    Future<Response> second = threads.submit(() -> check(zip(BUNDLE)));
    await().untilAsserted(() -> assertThat(checks()).hasSize(2));

    check(zip(BUNDLE)).then().statusCode(503).body("detail", startsWith("2 checks are running"));

    assertThat(first.get().statusCode()).isEqualTo(503);
    assertThat(second.get().statusCode()).isEqualTo(503);
  }

  @Test
  void makesNoDatabaseForWhatIsNoBundle() {
    check(new byte[100]).then().statusCode(400).body("code", equalTo("MODULE_INVALID"));
    check(zip("name: Fruit")).then().statusCode(400).body("code", equalTo("MODULE_INVALID"));
    viewer()
        .contentType("application/zip")
        .body(zip(BUNDLE))
        .post("/api/v1/modules/check")
        .then()
        .statusCode(403);
    administrator()
        .get("/api/v1/databases")
        .then()
        .body("items.findAll { it.name.startsWith('check_') }", hasSize(0));
  }

  @Test
  void keepsItsNamesForItself() {
    administrator()
        .contentType("application/json")
        .body(Map.of("name", "check_0123abcd"))
        .post("/api/v1/databases")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_NAME"));
  }

  private static Response check(byte[] zip) {
    return administrator().contentType("application/zip").body(zip).post("/api/v1/modules/check");
  }

  /** Waits for the request of the only check, ends it and returns its arguments. */
  private JsonNode end(String update) throws SQLException, IOException {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> checks().stream().anyMatch(tenant -> tenant.state() == TenantState.READY));
    Tenant tenant = checks().getFirst();
    try (Connection connection = server.asEngine(tenant)) {
      await().until(() -> arguments(connection) != null);
      String arguments = arguments(connection);
      try (PreparedStatement statement = connection.prepareStatement(update)) {
        statement.executeUpdate();
      }
      return Json.MAPPER.readTree(arguments);
    }
  }

  private static String arguments(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT arguments FROM iasql.request WHERE function = 'iasql_module_check'"
                    + " AND stage = 'check' AND serial AND state = 'queued'");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private List<Tenant> checks() {
    return directory.list().stream().filter(tenant -> CheckDatabase.isName(tenant.name())).toList();
  }

  private static byte[] zip(String manifest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file :
          Map.of(
                  "module.yaml", manifest,
                  "install.sql", "SELECT 1",
                  "uninstall.sql", "SELECT 2",
                  "README.md", "# fruit",
                  "tests/first.sql", "SELECT 'test'")
              .entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
