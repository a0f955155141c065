package dev.iasql.local.process;

import dev.iasql.local.LaunchException;
import java.io.IOException;

/** A signal for a process. Java itself can only send TERM and KILL, and Postgres wants INT. */
public enum Signal {
  INT,
  TERM,
  KILL;

  /** Sends it; a process that is gone already is fine. */
  public void send(long pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new LaunchException("cannot run sh to stop process " + pid + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
