package dev.iasql.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Shows what is added to a log, line by line, also after the log was begun anew. */
final class LogFollower {
  static final Duration PAUSE = Duration.ofMillis(200);

  private final Path log;
  private final Consumer<String> out;
  private long shown;

  /** Begins at the present end of the log. */
  LogFollower(Path log, Consumer<String> out) {
    this.log = log;
    this.out = out;
    this.shown = log.toFile().length();
  }

  void showNew() {
    if (!Files.exists(log)) {
      shown = 0;
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      if (file.length() < shown) {
        shown = 0;
      }
      file.seek(shown);
      byte[] added = new byte[(int) Math.min(file.length() - shown, Integer.MAX_VALUE)];
      file.readFully(added);
      int end = lastLineEnd(added);
      new String(added, 0, end, StandardCharsets.UTF_8).lines().forEach(out);
      shown += end;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lastLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
