package dev.iasql.local.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check of a bundle found, rule by rule. */
public record CheckResult(boolean passed, List<Finding> findings) {

  /**
   * @param message what was found; may be empty
   * @param where the file or object it is about; may be empty
   */
  public record Finding(String rule, boolean passed, String message, String where) {

    static Finding of(Map<?, ?> fields) {
      return new Finding(
          Json.text(fields.get("rule")),
          Boolean.TRUE.equals(fields.get("passed")),
          Json.text(fields.get("message")),
          Json.text(fields.get("where")));
    }

    /** Its cells in a table. */
    public Map<String, String> row() {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("rule", rule);
      row.put("result", passed ? "kept" : "broken");
      row.put("where", where);
      row.put("message", message);
      return row;
    }
  }

  static CheckResult of(Map<String, Object> answer) {
    List<Finding> findings = new ArrayList<>();
    for (Object finding : Json.list(answer, "findings")) {
      findings.add(Finding.of((Map<?, ?>) finding));
    }
    return new CheckResult(Boolean.TRUE.equals(answer.get("passed")), findings);
  }
}
