package dev.iasql.gateway.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check found. */
@Schema(description = "What the check of a bundle found.")
public record CheckReport(
    @Schema(description = "Whether the bundle follows every rule.") boolean passed,
    @Schema(description = "What was looked at, rule by rule.") List<Finding> findings) {

  /** One rule and whether the bundle follows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "One rule, and whether the bundle follows it.")
  public record Finding(
      @Schema(description = "Short name of the rule.") String rule,
      @Schema(description = "Whether the bundle follows it.") boolean passed,
      @Schema(description = "What was found.") String message,
      @Schema(description = "The file and place, or the object, it is about.") String where) {}

  /**
   * @param rows the answer of the request: rule, passed, message, where_
   */
  static CheckReport of(JsonNode rows) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode row : rows) {
      findings.add(
          new Finding(
              row.path("rule").asText(),
              row.path("passed").asBoolean(),
              row.path("message").asText(null),
              row.path("where_").asText(null)));
    }
    boolean passed = !findings.isEmpty() && findings.stream().allMatch(Finding::passed);
    return new CheckReport(passed, findings);
  }
}
