package dev.iasql.core.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A call taken up by a worker.
 *
 * @param function the SQL function that was called
 * @param arguments its arguments, a JSON array
 * @param requestedBy the role that called
 * @param work what the stage before left for this one, a JSON object
 * @param attempt 1 the first time this stage is taken up; more after a crash
 */
public record Request(
    long id,
    String function,
    Stage stage,
    JsonNode arguments,
    String requestedBy,
    JsonNode work,
    int attempt) {

  /** The arguments of a call that takes names. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    arguments.forEach(argument -> names.add(argument.asText()));
    return names;
  }
}
