package dev.iasql.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFollowerTest {
  private final List<String> shown = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void onlyWholeNewLinesAreShown() throws IOException {
    Path log = Files.writeString(folder.resolve("a.log"), "old\n");
    LogFollower follower = new LogFollower(log, shown::add);

    append(log, "one\ntw");
    follower.showNew();
    assertThat(shown).containsExactly("one");

    append(log, "o\n");
    follower.showNew();
    assertThat(shown).containsExactly("one", "two");
  }

  @Test
  void aLogThatBeginsAnewIsFollowed() throws IOException {
    Path log = Files.writeString(folder.resolve("a.log"), "a long old log\n");
    LogFollower follower = new LogFollower(log, shown::add);

    Files.delete(log);
    follower.showNew();
    Files.writeString(log, "new\n");
    follower.showNew();

    assertThat(shown).containsExactly("new");
  }

  private static void append(Path log, String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }
}
