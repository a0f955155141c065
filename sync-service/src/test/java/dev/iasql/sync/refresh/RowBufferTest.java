package dev.iasql.sync.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBufferTest {
  private final RowBuffer buffer = new RowBuffer(null, 2);

  @Test
  void whatWouldEndAColumnOrARowIsEscaped() {
    buffer.add(Arrays.asList("a\tb", null, "c\\N", "", "line\r\nline", "ü"));

    assertThat(new String(buffer.take().copyText(), StandardCharsets.UTF_8))
        .isEqualTo("a\\tb\t\\N\tc\\\\N\t\tline\\r\\nline\tü\n");
  }

  @Test
  void itIsFullAtItsMostRowsAndEmptyAfterTaking() {
    buffer.add(List.of("1"));
    assertThat(buffer.isFull()).isFalse();
    buffer.add(List.of("2"));
    assertThat(buffer.isFull()).isTrue();

    assertThat(buffer.take().count()).isEqualTo(2);
    assertThat(buffer.isEmpty()).isTrue();
    assertThat(buffer.isFull()).isFalse();
  }

  @Test
  void fewLargeRowsFillItToo() {
    RowBuffer many = new RowBuffer(null, 1_000_000);

    many.add(List.of("x".repeat(300_000)));

    assertThat(many.isFull()).isTrue();
  }
}
