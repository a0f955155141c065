package dev.iasql.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.iasql.core.Json;
import dev.iasql.core.sql.Identifiers;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/events.md} says what the code does. */
class EventsDocumentationTest {
  private static final Path PAGE = Path.of("../docs/events.md");
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final ObjectReader STRICT =
      Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static Stream<Class<?>> events() {
    return Arrays.stream(IasqlEvent.class.getPermittedSubclasses());
  }

  @Test
  void namesEveryTopic() throws IOException {
    String topics = section("## Topics", "\n## ");

    assertThat(Topics.ALL).allSatisfy(topic -> assertThat(topics).contains("| `" + topic + "` |"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void describesEveryFieldOfAnEvent(Class<?> type) throws IOException {
    for (RecordComponent component : type.getRecordComponents()) {
      assertThat(section(type)).contains("| `" + Identifiers.snakeCase(component.getName()));
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void showsExamplesThatAreReadAndWrittenTheSame(Class<?> type) throws IOException {
    List<String> examples = examples(type);

    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      IasqlEvent event = (IasqlEvent) STRICT.forType(type).readValue(example);
      JsonNode written = Json.MAPPER.readTree(EventCodec.write(event));
      assertThat(written).isEqualTo(Json.MAPPER.readTree(example));
      assertThat(EventCodec.read(example, type.asSubclass(IasqlEvent.class)))
          .hasValueSatisfying(read -> assertThat(read).isEqualTo(event));
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void namesTheTypeAndTheTopicOfAnEvent(Class<?> type) throws IOException {
    IasqlEvent event = (IasqlEvent) STRICT.forType(type).readValue(examples(type).getFirst());

    assertThat(section(type)).contains("`" + event.type() + "`", "`" + event.topic() + "`");
  }

  private static List<String> examples(Class<?> type) throws IOException {
    return EXAMPLE
        .matcher(section(type))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String section(Class<?> type) throws IOException {
    return section("### " + type.getSimpleName(), "\n### ");
  }

  private static String section(String heading, String nextHeading) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int end = page.indexOf(nextHeading, start + heading.length());
    return end < 0 ? page.substring(start) : page.substring(start, end);
  }
}
