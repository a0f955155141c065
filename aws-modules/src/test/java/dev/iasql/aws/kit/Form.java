package dev.iasql.aws.kit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a call in the query protocol. */
record Form(Map<String, String> parameters) {
  static Form parse(String body) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Form(parameters);
  }

  String action() {
    return parameters.getOrDefault("Action", "");
  }

  boolean asksForPages() {
    return parameters.containsKey("MaxResults");
  }

  /** The first row of the page asked for. */
  int offset() {
    return Integer.parseInt(parameters.getOrDefault("NextToken", "0"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
