package dev.iasql.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReplyTest {

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyTravelsAsOneLine(Reply reply) {
    assertThat(reply.line()).doesNotContain("\n");
    assertThat(Reply.parse(reply.line())).isEqualTo(reply);
  }

  static Stream<Reply> replies() {
    return Stream.of(
        new Reply.Done(),
        new Reply.Report("ready"),
        new Reply.Report(""),
        new Reply.Refused("it ended; its log:\n  one\n  two"));
  }
}
