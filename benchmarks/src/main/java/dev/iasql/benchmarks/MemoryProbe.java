package dev.iasql.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Watches the resident memory of the sync service while something runs. */
final class MemoryProbe implements AutoCloseable {
  private static final long EVERY_NANOS = 20_000_000;

  private final AtomicLong peakKib = new AtomicLong();
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Thread watcher;

  MemoryProbe() {
    long pid = syncService();
    watcher = Thread.ofPlatform().daemon().start(() -> watch(pid));
  }

  long peakMib() {
    return peakKib.get() / 1024;
  }

  private void watch(long pid) {
    while (running.get()) {
      peakKib.accumulateAndGet(residentKib(pid), Math::max);
      LockSupport.parkNanos(EVERY_NANOS);
    }
  }

  private static long syncService() {
    return ProcessHandle.allProcesses()
        .filter(process -> commandLine(process.pid()).contains("sync-service/target"))
        .map(ProcessHandle::pid)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no sync service runs here"));
  }

  private static String commandLine(long pid) {
    return read(Path.of("/proc/" + pid + "/cmdline")).orElse("");
  }

  private static long residentKib(long pid) {
    return read(Path.of("/proc/" + pid + "/status")).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** Empty for a process that ended meanwhile or belongs to somebody else. */
  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    running.set(false);
    watcher.interrupt();
  }
}
