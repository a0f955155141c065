package dev.iasql.install.request.check;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One row of the answer of a check.
 *
 * @param rule the rule's code
 * @param message what is wrong, or what was found right
 * @param where the script or object it is about; {@code null} for the whole bundle
 */
public record Finding(
    String rule, boolean passed, String message, @JsonProperty("where_") String where) {

  static Finding passed(Rule rule, String message, String where) {
    return new Finding(rule.code(), true, message, where);
  }

  static Finding failed(Rule rule, String message, String where) {
    return new Finding(rule.code(), false, message, where);
  }
}
