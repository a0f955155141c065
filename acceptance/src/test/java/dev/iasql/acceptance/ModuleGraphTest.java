package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What modules need, provide and fight over, told the same everywhere. */
class ModuleGraphTest {
  private static IasqlSystem system;
  private static TenantDatabase tenant;

  @BeforeAll
  static void install() throws SQLException {
    system = IasqlSystem.shared();
    tenant = system.newTenant("graph");
    tenant.install("aws_network_simple");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws_security_group",
        "aws_security_group_inline",
        "aws_network_simple",
        "aws_vpc_lean"
      })
  void sqlAndRestPlanTheSame(String module) throws SQLException {
    TenantDatabase empty = system.newTenant("resolve");

    List<List<String>> inSql = new ArrayList<>();
    for (Map<String, Object> step :
        empty.query(
            "SELECT \"order\"::text, module_name, module_version, action, reason FROM iasql_install_plan(?) ORDER BY \"order\"",
            module)) {
      inSql.add(step.values().stream().map(String::valueOf).toList());
    }
    List<List<String>> inRest = new ArrayList<>();
    HttpResponse<String> answer =
        system.api("POST", "/modules/resolve", "{\"modules\": [\"" + module + "\"]}");
    for (JsonNode step : IasqlSystem.json(answer).get("steps")) {
      inRest.add(
          List.of(
              step.get("order").asText(),
              step.get("name").asText(),
              step.get("version").asText(),
              step.get("action").asText(),
              step.get("reason").asText()));
    }

    assertThat(inRest).isNotEmpty().isEqualTo(inSql);
  }

  @Test
  void theTreeOfAModuleIsIndentedRows() throws SQLException {
    List<Map<String, Object>> tree =
        tenant.query("SELECT * FROM iasql_module_tree('aws_security_group')");

    assertThat(tree)
        .extracting(row -> row.get("depth"), row -> row.get("module_name"))
        .startsWith(tuple(0, "aws_security_group"))
        .contains(tuple(1, "aws_vpc"), tuple(2, "aws_account"));
    assertThat(tree.getFirst().get("tree").toString()).startsWith("aws_security_group");
    assertThat(tree)
        .filteredOn(row -> row.get("depth").equals(2))
        .allSatisfy(row -> assertThat(row.get("tree").toString()).startsWith("    "));
    assertThat(
            SqlFailure.of(() -> tenant.query("SELECT * FROM iasql_module_tree('aws_vcp')")).hint())
        .contains("aws_vpc");
  }

  @Test
  void theListShowsConflictsAndCapabilities() throws SQLException {
    Map<String, Object> row =
        tenant
            .query(
                """
                SELECT array_to_string(conflicts, ',') AS conflicts, array_to_string(provides, ',') AS provides
                FROM iasql_modules_list() WHERE module_name = 'aws_vpc_lean'
                """)
            .getFirst();

    assertThat(row.get("conflicts")).isEqualTo("aws_vpc");
    assertThat(row.get("provides")).isEqualTo("vpcs@1.0.0");
    JsonNode modules = IasqlSystem.json(system.api("GET", "/modules?limit=200", null)).get("items");
    for (JsonNode module : modules) {
      if (module.get("name").asText().equals("aws_vpc_lean")) {
        assertThat(module.get("conflicts").findValuesAsText("module")).containsExactly("aws_vpc");
      }
    }
  }

  @Test
  void theCommandLineListsThemToo() {
    assertThat(system.module("list").orFail().output().lines())
        .anySatisfy(line -> assertThat(line).startsWith("NAME").contains("CONFLICTS"))
        .anySatisfy(line -> assertThat(line).startsWith("aws_vpc_lean").endsWith("aws_vpc"));
  }

  @Test
  void helpShowsTheTablesOfInstalledModules() throws SQLException {
    Map<String, Object> network =
        tenant
            .query("SELECT description, example FROM iasql_help() WHERE name = 'network'")
            .getFirst();

    assertThat(network.get("description").toString()).startsWith("An application network");
    assertThat(network.get("example").toString()).startsWith("INSERT INTO network");
    assertThat(
            tenant.query("SELECT name FROM iasql_help() WHERE name IN ('vpc', 'security_group')"))
        .extracting(row -> row.get("name"))
        .containsExactly("vpc");
  }

  @Test
  void theGraphIsDataTextAndPicture() {
    JsonNode graph = IasqlSystem.json(system.api("GET", "/modules/graph", null));

    assertThat(graph.get("nodes").findValuesAsText("name"))
        .contains("aws_vpc", "aws_network_simple");
    assertThat(graph.get("conflicts").toString()).contains("aws_vpc_lean");
    assertThat(graph("text/vnd.mermaid")).startsWith("flowchart").contains("aws_network_simple");
    assertThat(graph("image/svg+xml")).contains("<svg", "aws_network_simple");
  }

  private static String graph(String mediaType) {
    HttpResponse<String> answer =
        system.send(
            HttpRequest.newBuilder(
                    URI.create(system.environment().get("IASQL_API_URL") + "/api/v1/modules/graph"))
                .header("Accept", mediaType)
                .header("Authorization", "Bearer " + system.environment().get("IASQL_API_TOKEN")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith(mediaType));
    return answer.body();
  }
}
