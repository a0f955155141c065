package dev.iasql.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.gateway.support.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class OpenApiIT {
  private static final List<String> METHODS = List.of("get", "post", "delete");

  @Test
  void namesEveryAddress() throws IOException {
    List<String> addresses = new ArrayList<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .forEach(method -> addresses.add(method + " " + path.getKey())));

    assertThat(addresses)
        .containsExactlyInAnyOrder(
            "get /api/v1/databases",
            "post /api/v1/databases",
            "get /api/v1/databases/{name}",
            "delete /api/v1/databases/{name}",
            "post /api/v1/databases/{name}/credentials",
            "get /api/v1/databases/{name}/modules",
            "get /api/v1/databases/{name}/requests",
            "get /api/v1/modules",
            "post /api/v1/modules",
            "post /api/v1/modules/check",
            "post /api/v1/modules/resolve",
            "get /api/v1/modules/graph",
            "get /api/v1/modules/{name}",
            "get /api/v1/modules/{name}/versions/{version}",
            "delete /api/v1/modules/{name}/versions/{version}");
  }

  @Test
  void describesEveryOperationParameterAndAnswer() throws IOException {
    JsonNode document = document();
    for (JsonNode path : document.get("paths")) {
      for (String method : METHODS) {
        JsonNode operation = path.path(method);
        if (!operation.isMissingNode()) {
          assertThat(operation.path("operationId").asText()).isNotEmpty();
          assertDescribed(operation);
          operation.path("parameters").forEach(OpenApiIT::assertDescribed);
          operation
              .path("responses")
              .forEach(answer -> assertDescribed(resolved(document, answer)));
          assertThat(resolved(document, operation.at("/responses/default")).at("/content"))
              .anySatisfy(
                  content -> assertThat(content.at("/schema/$ref").asText()).endsWith("/Problem"));
        }
      }
    }
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asText().substring(1));
  }

  @Test
  void describesEveryField() throws IOException {
    for (String schema :
        List.of(
            "Database",
            "Connection",
            "InstalledModule",
            "Request",
            "Module",
            "Conflict",
            "CheckReport",
            "Finding")) {
      JsonNode fields = document().at("/components/schemas/" + schema + "/properties");
      assertThat(fields.isObject()).as(schema).isTrue();
      fields.properties().forEach(field -> assertDescribed(field.getValue()));
    }
  }

  private static void assertDescribed(JsonNode node) {
    assertThat(node.path("description").asText()).as(node.toString()).isNotEmpty();
  }

  private static JsonNode document() throws IOException {
    return Json.MAPPER.readTree(given().accept("application/json").get("/q/openapi").asString());
  }
}
