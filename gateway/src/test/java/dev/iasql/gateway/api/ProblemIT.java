package dev.iasql.gateway.api;

import static dev.iasql.gateway.support.Api.administrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.iasql.gateway.support.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Servers.class)
class ProblemIT {
  private static final String PATH = "/api/v1/databases";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": ""}                     | INVALID_NAME    | is not a database name
          {"name": null}                   | INVALID_NAME    | is not a database name
          {}                               | INVALID_NAME    | is not a database name
          {"name": "Shop"}                 | INVALID_NAME    | is not a database name
          {"name": "shop; DROP ROLE x"}    | INVALID_NAME    | is not a database name
          {"name": "postgres"}             | INVALID_NAME    | is reserved
          {"name": "iasql_registry"}       | INVALID_NAME    | is reserved
          {"name": "shop", "size": 3}      | INVALID_REQUEST | unknown field "size"
          {"name": ["shop"]}               | INVALID_REQUEST | field "name" is not of the right type
          {"name": "shop"                  | INVALID_REQUEST | not valid JSON
          name=shop                        | INVALID_REQUEST | not valid JSON
          ["shop"]                         | INVALID_REQUEST | not of the form
          null                             | INVALID_REQUEST | no body
          """)
  void saysWhatIsWrongWithABody(String body, String code, String detail) {
    administrator()
        .contentType("application/json")
        .body(body)
        .post(PATH)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", containsString(detail))
        .body("hint", notNullValue());
  }

  @Test
  void saysThatABodyIsMissing() {
    administrator()
        .contentType("application/json")
        .post(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_REQUEST"));
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    administrator()
        .contentType("application/json")
        .body("{\"name\": \"" + "x".repeat(100_000) + "\"}")
        .post(PATH)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void refusesAnotherMediaType() {
    administrator()
        .contentType("text/plain")
        .body("shop")
        .post(PATH)
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  @Test
  void refusesAnAnswerInAnotherMediaType() {
    administrator()
        .accept("text/html")
        .get(PATH)
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_ACCEPTABLE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/v1", "/api/v1/tenants", "/api/v2/databases", "/api/v1/databases/a/b"})
  void refusesAnAddressThatIsNotThere(String path) {
    administrator()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/not-found"))
        .body("code", equalTo("NOT_FOUND"))
        .body("instance", equalTo(path));
  }

  @ParameterizedTest
  @CsvSource({"PUT, ''", "DELETE, ''", "PATCH, /demo", "GET, /demo/credentials"})
  void refusesAMethodTheAddressDoesNotKnow(String method, String path) {
    administrator()
        .request(method, PATH + path)
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=***"})
  void refusesAPageItCannotCut(String query) {
    administrator()
        .get(PATH + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID_REQUEST"));
  }

  @Test
  void refusesANameNoDatabaseCanHave() {
    administrator()
        .get(PATH + "/No-Such")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_NAME"))
        .body("sqlState", equalTo("IA003"));
  }

  @Test
  void givesBackTheIdOfARequest() {
    administrator()
        .header("X-Request-Id", "order-66")
        .get(PATH)
        .then()
        .statusCode(200)
        .header("X-Request-Id", "order-66");
    administrator()
        .header("X-Request-Id", "order-67")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .header("X-Request-Id", "order-67");
  }

  @Test
  void makesAnIdIfThereIsNoneOrOneThatCouldDoHarm() {
    String made = administrator().get(PATH).header("X-Request-Id");
    assertThat(made).matches("[0-9a-f-]{36}");
    administrator()
        .header("X-Request-Id", "<script>")
        .get(PATH)
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }
}
