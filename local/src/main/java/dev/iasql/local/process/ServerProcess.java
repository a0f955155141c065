package dev.iasql.local.process;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running server: its log, its pid file, and its end. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration KIND_STOP = Duration.ofSeconds(20);
  private static final int PAUSE_MILLIS = 50;
  private static final int SHOWN_LOG_LINES = 20;

  /** A shell's way to say which signal ended a process. */
  private static final int SIGNALED = 128;

  /** What the user's shell says about other systems must not leak into ours. */
  private static final List<String> NOT_INHERITED =
      List.of("IASQL_", "QUARKUS_", "KAFKA_", "AWS_", "PG");

  private final ServerCommand command;
  private final Process process;
  private final LogFile log;
  private final PidFile pidFile;

  private ServerProcess(ServerCommand command, Process process, LogFile log, PidFile pidFile) {
    this.command = command;
    this.process = process;
    this.log = log;
    this.pidFile = pidFile;
  }

  /** Starts it. It appends to the log and need not be ready yet when this returns. */
  public static ServerProcess start(ServerCommand command, ServerFiles files) {
    LogFile log = files.log(command.name());
    PidFile pidFile = files.pid(command.name());
    try {
      Files.createDirectories(log.path().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(OwnSession.of(command.arguments()))
              .directory(command.directory().toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
      builder
          .environment()
          .keySet()
          .removeIf(name -> NOT_INHERITED.stream().anyMatch(name::startsWith));
      builder.environment().putAll(command.environment());
      Process process = builder.start();
      pidFile.write(process.toHandle());
      return new ServerProcess(command, process, log, pidFile);
    } catch (IOException e) {
      throw new LaunchException("cannot start " + command.name() + ": " + e.getMessage(), e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Returns when it has ended, with how it ended in words. */
  public String awaitEnd() {
    try {
      process.waitFor();
      return end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while " + command.name() + " was running", e);
    }
  }

  private String end() {
    int code = process.exitValue();
    return code > SIGNALED
        ? "was killed by signal " + (code - SIGNALED)
        : "ended with exit code " + code;
  }

  /** Returns when the server is ready. */
  public ServerProcess awaitReady(Readiness readiness, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (!readiness.ready()) {
      if (!alive()) {
        throw new LaunchException(command.name() + " " + end() + " while starting" + logTail());
      }
      if (Instant.now().isAfter(deadline)) {
        throw new LaunchException(
            command.name() + " was not ready after " + limit.toSeconds() + " s" + logTail());
      }
      pause();
    }
    return this;
  }

  private void pause() {
    try {
      process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while " + command.name() + " was starting", e);
    }
  }

  private String logTail() {
    return "; the end of " + log.path() + ":\n  " + String.join("\n  ", log.tail(SHOWN_LOG_LINES));
  }

  /** Asks it to end, and ends it by force when it does not. */
  public void stop(Duration patience) {
    if (alive()) {
      command.stop().send(process.pid());
    }
    if (!endsWithin(patience)) {
      kill();
    }
    pidFile.delete();
  }

  /** Ends it at once, as a crash would, with the processes it started. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    endsWithin(KIND_STOP);
    pidFile.delete();
  }

  private boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    stop(KIND_STOP);
  }
}
