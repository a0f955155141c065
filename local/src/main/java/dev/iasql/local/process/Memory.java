package dev.iasql.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much memory a process and those it started take: what they share with each other counts once.
 */
public final class Memory {
  private static final long KIB = 1024;

  private Memory() {}

  /** In bytes; 0 when the process is gone. */
  public static long of(ProcessHandle process) {
    List<Long> pids =
        Stream.concat(Stream.of(process), process.descendants()).map(ProcessHandle::pid).toList();
    return Files.isDirectory(Path.of("/proc/self")) ? fromProc(pids) : fromPs(pids);
  }

  private static long fromProc(List<Long> pids) {
    long own = 0;
    long shared = 0;
    for (long pid : pids) {
      try {
        List<String> status = Files.readAllLines(Path.of("/proc", "" + pid, "status"));
        own += field(status, "RssAnon:");
        shared = Math.max(shared, field(status, "RssFile:") + field(status, "RssShmem:"));
      } catch (IOException e) {
        continue; // it has just ended
      }
    }
    return own + shared;
  }

  private static long field(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]) * KIB)
        .findFirst()
        .orElse(0);
  }

  private static long fromPs(List<Long> pids) {
    String list = String.join(",", pids.stream().map(String::valueOf).toList());
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", list).start();
      String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(answer.split("\\s+"))
          .filter(word -> !word.isEmpty())
          .mapToLong(word -> Long.parseLong(word) * KIB)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
