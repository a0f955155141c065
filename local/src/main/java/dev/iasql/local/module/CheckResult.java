package dev.iasql.local.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the registry found in a bundle.
 *
 * @param findings each by the names of its fields
 */
public record CheckResult(boolean passed, List<Map<String, String>> findings) {

  static CheckResult of(Map<String, Object> answer) {
    List<Map<String, String>> findings = new ArrayList<>();
    for (Object finding : Json.list(answer, "findings")) {
      findings.add(fields(finding));
    }
    return new CheckResult(Boolean.TRUE.equals(answer.get("passed")), findings);
  }

  private static Map<String, String> fields(Object finding) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (finding instanceof Map<?, ?> named) {
      named.forEach((name, value) -> fields.put(name.toString(), Json.text(value)));
    } else {
      fields.put("finding", Json.text(finding));
    }
    return fields;
  }
}
