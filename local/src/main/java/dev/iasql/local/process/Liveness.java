package dev.iasql.local.process;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a process that is not our child still runs. One that ended but whose parent never asked
 * counts as ended: in a container there may be nobody who asks.
 */
public final class Liveness {
  private static final int PAUSE_MILLIS = 20;
  private static final char ENDED = 'Z';

  private Liveness() {}

  public static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** Waits for its end; false if it still runs after this long. */
  public static boolean endsWithin(ProcessHandle process, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    try {
      while (runs(process)) {
        if (Instant.now().isAfter(deadline)) {
          return false;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while process " + process.pid() + " was ending", e);
    }
  }

  /** The state follows the program's name, which is in parentheses and may hold anything. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == ENDED;
    } catch (IOException e) {
      return false; // not Linux, or it has just gone
    }
  }
}
