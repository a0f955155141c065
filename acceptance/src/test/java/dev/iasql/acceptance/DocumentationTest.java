package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the SQL of the documentation, page by page, in a new tenant. A block of text right behind a
 * block of SQL is its output and must be what psql prints, but for the ids AWS makes up.
 */
class DocumentationTest {
  private static final Pattern BLOCKS =
      Pattern.compile("```sql\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
  private static final Pattern AWS_ID =
      Pattern.compile("\\b([a-z]+(?:-[a-z]+)*)-[0-9a-f]{8,17}\\b");

  private record Example(String sql, String output) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/tutorial.md",
        "docs/reference/sql.md",
        "docs/guides/writing-a-module.md",
        "aws-modules/sql-modules/aws_network_simple/1.0.0/README.md"
      })
  void examplesDoWhatTheyShow(String page) throws IOException {
    IasqlSystem system = IasqlSystem.shared();
    TenantDatabase tenant = system.newTenant("docs");
    List<Example> examples = examples(IasqlSystem.root().resolve(page));
    assertThat(examples).as("examples of %s", page).isNotEmpty();

    for (Example example : examples) {
      CommandLine.Result result = typed(tenant, example.sql());
      assertThat(result.exitCode()).as("%s%n%s", example.sql(), result.output()).isZero();
      if (example.output() != null) {
        assertThat(comparable(result.output()))
            .as(example.sql())
            .isEqualTo(comparable(example.output()));
      }
    }
  }

  /** From a file, not with -c, which would make one transaction of all statements. */
  private static CommandLine.Result typed(TenantDatabase tenant, String sql) throws IOException {
    Path script = Files.createTempFile("iasql-example", ".sql");
    try {
      Files.writeString(script, sql);
      return CommandLine.run(
          IasqlSystem.root(),
          Map.of("PGOPTIONS", "-c client_min_messages=warning", "PAGER", "cat"),
          List.of(
              "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", tenant.url(), "-f", script.toString()));
    } finally {
      Files.delete(script);
    }
  }

  private static List<Example> examples(Path page) throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher blocks = BLOCKS.matcher(Files.readString(page));
    while (blocks.find()) {
      examples.add(new Example(blocks.group(1), blocks.group(2)));
    }
    return examples;
  }

  private static List<String> comparable(String output) {
    return AWS_ID
        .matcher(output)
        .replaceAll("$1-id")
        .lines()
        .filter(line -> !line.isBlank() && !line.matches("[-+]+|\\(\\d+ rows?\\)"))
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .toList();
  }
}
