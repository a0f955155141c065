package dev.iasql.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond our own life. The time it started is kept beside its number, so that a
 * number the system gave to somebody else since, or before a reboot, is never mistaken for ours.
 */
public record PidFile(Path path) {
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(5);

  public void write(ProcessHandle process) {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, if it still runs. */
  public Optional<ProcessHandle> process() {
    try {
      String[] words = Files.readString(path).strip().split(" ");
      Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(Liveness::runs)
          .filter(process -> same(startOf(process), started));
    } catch (NoSuchFileException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /**
   * Start times are counted from the boot of the machine, which moves a little whenever its clock
   * is set.
   */
  private static boolean same(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCK_DRIFT) < 0;
  }
}
