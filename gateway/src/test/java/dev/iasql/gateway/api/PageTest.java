package dev.iasql.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  @Test
  void leadsThroughAListPageByPage() {
    Page<String> first = page("2", null, "a", "b", "c", "d", "e");
    Page<String> second = page("2", first.next(), "a", "b", "c", "d", "e");
    Page<String> third = page("2", second.next(), "a", "b", "c", "d", "e");

    assertThat(first.items()).containsExactly("a", "b");
    assertThat(second.items()).containsExactly("c", "d");
    assertThat(third.items()).containsExactly("e");
    assertThat(third.next()).isNull();
  }

  @Test
  void endsWhereTheListDoes() {
    assertThat(page("2", null, "a", "b").next()).isNull();
    assertThat(page("2", null).items()).isEmpty();
  }

  @Test
  void goesOnWhenTheLastItemSeenIsGone() {
    String next = page("2", null, "a", "b", "c", "d").next();

    assertThat(page("2", next, "a", "c", "d").items()).containsExactly("c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "many", "", "99999999999"})
  void refusesALimitOutOfBounds(String limit) {
    assertThatThrownBy(() -> PageRequest.of(limit, null))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }

  @Test
  void refusesACursorItDidNotGiveOut() {
    assertThatThrownBy(() -> PageRequest.of("2", "***"))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }

  private static Page<String> page(String limit, String cursor, String... items) {
    return Page.of(Stream.of(items), Function.identity(), PageRequest.of(limit, cursor));
  }
}
