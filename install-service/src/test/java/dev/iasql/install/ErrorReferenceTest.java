package dev.iasql.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/errors.md} says what the code says. */
class ErrorReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "errors.md");

  private static final String HEAD =
      """
      # Errors

      Every refusal is a PostgreSQL error of SQLSTATE class `IA` or, in the REST API, a problem document whose `code` is the name below and whose
      `type` ends in its kebab-case form (`/problems/module-not-found`). Message, detail and hint say what is wrong this time and what to do next.
      The codes never change once released.

      Generated from `ErrorCode`: `mvn -pl install-service test -Dtest=ErrorReferenceTest -Diasql.generate=true`.

      | SQLSTATE | Code | HTTP | Meaning |
      |---|---|---|---|
      """;

  @Test
  void thePageListsEveryCode() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (ErrorCode code : ErrorCode.values()) {
      page.append(
          "| `%s` | `%s` | %d | %s |\n"
              .formatted(code.sqlState(), code.name(), code.httpStatus(), code.title()));
    }
    if (Boolean.getBoolean("iasql.generate")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
  }
}
