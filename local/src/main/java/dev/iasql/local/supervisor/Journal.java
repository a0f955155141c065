package dev.iasql.local.supervisor;

import dev.iasql.local.LaunchException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the supervisor did: written to its log with the time, and told to whoever watches it start.
 */
public final class Journal {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private final BufferedWriter file;
  private final List<String> told = new ArrayList<>();
  private final List<Consumer<String>> listeners = new ArrayList<>();

  public Journal(Path path) {
    try {
      this.file =
          Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new LaunchException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** Tells the listener everything told so far and from now on. */
  public synchronized void listen(Consumer<String> listener) {
    told.forEach(listener);
    listeners.add(listener);
  }

  /** Tells the listener everything told from now on. */
  public synchronized void listenFromNow(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** A step of the start or the stop, for the log and for the user who waits. */
  synchronized void tell(String line) {
    write(line);
    told.add(line);
    listeners.forEach(listener -> listener.accept(line));
  }

  /** Something for the log alone. */
  synchronized void write(String line) {
    try {
      file.write(LocalDateTime.now().format(TIME) + " " + line + "\n");
      file.flush();
    } catch (IOException e) {
      throw new LaunchException("cannot write the supervisor's log: " + e.getMessage(), e);
    }
  }
}
