package dev.iasql.local.supervisor;

import dev.iasql.local.process.LogFile;
import dev.iasql.local.system.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the logs of a system that runs for weeks from filling the disk. */
record LogTrimmer(StateFolder state) {
  private static final long LIMIT_BYTES = 32L * 1024 * 1024;

  void start() {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log trimmer").factory());
    var unused = clock.scheduleWithFixedDelay(this::trim, 1, 1, TimeUnit.MINUTES);
  }

  private void trim() {
    try (DirectoryStream<Path> logs =
        Files.newDirectoryStream(state.path().resolve("logs"), "*.log")) {
      for (Path log : logs) {
        new LogFile(log).trim(LIMIT_BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
