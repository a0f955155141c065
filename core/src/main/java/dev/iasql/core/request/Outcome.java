package dev.iasql.core.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.error.Fault;
import java.util.List;

/** How a stage ended. It is written in the same transaction as the stage's effect. */
public sealed interface Outcome {
  /** The request is answered with these rows. */
  record Done(JsonNode rows) implements Outcome {}

  /** The request is answered with an error. */
  record Failed(Fault fault) implements Outcome {}

  /** Another stage has to follow, given what this one found out. */
  record Next(Stage stage, JsonNode work) implements Outcome {}

  /** Rows from records whose component names, in snake_case, are the columns. */
  static Done rows(List<?> rows) {
    return new Done(dev.iasql.core.Json.MAPPER.valueToTree(rows));
  }
}
