package dev.iasql.local.supervisor;

import dev.iasql.local.process.Liveness;
import dev.iasql.local.process.PidFile;
import dev.iasql.local.process.Signal;
import dev.iasql.local.system.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Parts that still run though their supervisor was killed. */
public record Leftovers(StateFolder state) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SUFFIX = ".pid";

  /** Them, by name. */
  public Map<String, ProcessHandle> find() {
    Map<String, ProcessHandle> found = new TreeMap<>();
    if (!Files.isDirectory(state.run())) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(state.run(), "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        if (!file.equals(state.supervisor().path())) {
          new PidFile(file).process().ifPresent(process -> found.put(name, process));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends them, kindly first, and says so. INT ends Postgres without waiting for its clients, and
   * the others too.
   */
  public void stop(Consumer<String> report) {
    Map<String, ProcessHandle> found = find();
    found.values().forEach(process -> Signal.INT.send(process.pid()));
    found.forEach(
        (name, process) -> {
          awaitEnd(process);
          state.files().pid(name).delete();
          report.accept("stopped " + name + ", left by an earlier run as process " + process.pid());
        });
  }

  private static void awaitEnd(ProcessHandle process) {
    if (!Liveness.endsWithin(process, PATIENCE)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Liveness.endsWithin(process, PATIENCE);
    }
  }
}
