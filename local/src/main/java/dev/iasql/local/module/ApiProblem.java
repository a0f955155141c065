package dev.iasql.local.module;

import dev.iasql.local.LaunchException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A problem document of the API, in the words of the command line. */
final class ApiProblem {
  private ApiProblem() {}

  static LaunchException of(URI address, HttpResponse<String> response) {
    Optional<Map<String, Object>> problem = Json.object(response.body());
    List<String> lines = new ArrayList<>();
    lines.add(
        problem
            .flatMap(fields -> first(fields, "detail", "title"))
            .orElse("%s answered with status %d".formatted(address, response.statusCode())));
    problem.flatMap(fields -> first(fields, "hint")).ifPresent(hint -> lines.add("Hint: " + hint));
    return new LaunchException(String.join("\n", lines));
  }

  private static Optional<String> first(Map<String, Object> fields, String... names) {
    return Stream.of(names)
        .map(name -> Json.text(fields.get(name)))
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
