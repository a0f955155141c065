package dev.iasql.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.iasql.core.module.bundle.ManifestRules;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/module-manifest.md} says what the code does. */
class ManifestDocumentationTest {
  private static final Path PAGE = Path.of("../docs/reference/module-manifest.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern RANGE_ROW =
      Pattern.compile("(?m)^\\| `((?:[^`|]|\\\\\\|)+)` \\| (`[^|]+`) \\| (`[^|]+`) \\|$");

  @Test
  void everyExampleOfARangeIsTrue() throws IOException {
    String table = section("## Version ranges");
    Matcher rows = RANGE_ROW.matcher(table);
    int found = 0;
    while (rows.find()) {
      VersionRange range = VersionRange.of(rows.group(1).replace("\\|", "|"));
      assertThat(range.isValid()).as(rows.group()).isTrue();
      assertThat(versions(rows.group(2))).as(rows.group()).allMatch(range::contains);
      assertThat(versions(rows.group(3))).as(rows.group()).noneMatch(range::contains);
      found++;
    }
    assertThat(found).isEqualTo(table.lines().filter(line -> line.startsWith("| `")).count());
  }

  @Test
  void theExampleIsAManifest() throws IOException {
    Matcher yaml =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(yaml.find()).isTrue();
    ModuleManifest manifest =
        YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readValue(yaml.group(1), ModuleManifest.class);

    assertThatCode(() -> ManifestRules.check(manifest, ModuleKind.SQL)).doesNotThrowAnyException();
  }

  @Test
  void describesEveryField() throws IOException {
    String fields = section("## The manifest");

    for (RecordComponent component : ModuleManifest.class.getRecordComponents()) {
      assertThat(fields).contains("| `" + component.getName());
    }
    for (RecordComponent component : ModuleManifest.Provides.class.getRecordComponents()) {
      assertThat(fields).contains("." + component.getName() + "`");
    }
  }

  private static List<ModuleVersion> versions(String cell) {
    return CODE.matcher(cell)
        .results()
        .map((MatchResult match) -> ModuleVersion.parse(match.group(1)))
        .toList();
  }

  private static String section(String heading) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int end = page.indexOf("\n## ", start + heading.length());
    return end < 0 ? page.substring(start) : page.substring(start, end);
  }
}
