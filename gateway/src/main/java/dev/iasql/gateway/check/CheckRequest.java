package dev.iasql.gateway.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import dev.iasql.core.error.UserException;
import dev.iasql.core.rest.UploadedBundle;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.gateway.tenant.TenantQuery;
import dev.iasql.gateway.tenant.Wait;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The request that has a bundle checked, in the database it is checked in. */
record CheckRequest(TenantQuery query, Tenant tenant, long id) {
  private static final String ENQUEUE =
      """
      SELECT iasql_internal.enqueue('iasql_module_check', 'check',
        jsonb_build_array(?::jsonb, ?::jsonb), true, session_user)
      """;

  private record State(String state, String result, String error) {
    boolean isOver() {
      return state.equals("done") || state.equals("failed");
    }
  }

  static CheckRequest send(TenantQuery query, Tenant tenant, UploadedBundle bundle) {
    long id =
        query
            .rows(
                tenant, row -> row.getLong(1), ENQUEUE, json(bundle.bundle()), json(bundle.tests()))
            .getFirst();
    return new CheckRequest(query, tenant, id);
  }

  /**
   * Waits for the answer.
   *
   * @return its rows
   * @throws UserException if the check could not be made, with install-service's reason
   * @throws ExternalException if there is no answer in time
   */
  JsonNode await(Duration limit) {
    Wait wait = Wait.atMost(limit);
    State now = look();
    while (!now.isOver() && wait.goesOn()) {
      now = look();
    }
    if (!now.isOver()) {
      throw new ExternalException(
          ErrorCode.UNAVAILABLE,
          "the check did not end within %d seconds".formatted(limit.toSeconds()),
          null,
          "See whether its SQL waits for something, and try again.");
    }
    if (now.state().equals("failed")) {
      throw failure(tree(now.error()));
    }
    return tree(now.result());
  }

  private State look() {
    List<State> states =
        query.rows(
            tenant,
            row -> new State(row.getString(1), row.getString(2), row.getString(3)),
            "SELECT state, result, error FROM iasql.request WHERE id = ?",
            id);
    return states.getFirst();
  }

  private static UserException failure(JsonNode error) {
    String code = error.path("code").asText();
    ErrorCode known =
        Arrays.stream(ErrorCode.values())
            .filter(candidate -> candidate.name().equals(code))
            .findFirst()
            .orElse(ErrorCode.INTERNAL);
    return new UserException(
        known,
        error.path("message").asText("the check failed"),
        error.path("detail").asText(null),
        error.path("hint").asText(null));
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request holds JSON that cannot be read", e);
    }
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a bundle cannot be written as JSON", e);
    }
  }
}
