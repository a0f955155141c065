package dev.iasql.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
  @TempDir private Path folder;

  @Test
  void theTailIsTheLastLines() throws IOException {
    LogFile log = log("one\ntwo\nthree\n");
    assertThat(log.tail(2)).containsExactly("two", "three");
    assertThat(log.tail(9)).containsExactly("one", "two", "three");
  }

  @Test
  void aLogThatIsNotThereHasNoTail() {
    assertThat(new LogFile(folder.resolve("none.log")).tail(5)).isEmpty();
  }

  @Test
  void rotatingKeepsOneOlderCopy() throws IOException {
    LogFile log = log("first\n");
    log.rotate();
    Files.writeString(log.path(), "second\n");
    log.rotate();

    assertThat(log.path()).doesNotExist();
    assertThat(folder.resolve("a.log.1")).hasContent("second");
  }

  @Test
  void onlyALogAboveTheLimitIsTrimmed() throws IOException {
    LogFile log = log("0123456789");

    log.trim(10);
    assertThat(log.path()).hasContent("0123456789");

    log.trim(9);
    assertThat(log.path()).isEmptyFile();
    assertThat(folder.resolve("a.log.1")).hasContent("0123456789");
  }

  private LogFile log(String text) throws IOException {
    return new LogFile(Files.writeString(folder.resolve("a.log"), text));
  }
}
