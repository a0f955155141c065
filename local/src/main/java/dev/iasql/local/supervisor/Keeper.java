package dev.iasql.local.supervisor;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.PortCheck;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.ServerProcess;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps one part running: starts it, waits for its end, and starts it again unless it was told to
 * stop.
 */
final class Keeper {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Part part;
  private final ServerFiles files;
  private final Journal journal;

  private PartState state = new PartState.Stopped();
  private ServerProcess process;
  private Thread thread;
  private boolean startsAgain;
  private boolean retired;

  Keeper(Part part, ServerFiles files, Journal journal) {
    this.part = part;
    this.files = files;
    this.journal = journal;
  }

  Part part() {
    return part;
  }

  synchronized PartState state() {
    return state;
  }

  /** From now on a part that fails is started again; before, it stays as it is. */
  synchronized void startAgainWhenItFails() {
    startsAgain = true;
  }

  /** Begins to start it and returns at once; does nothing if it runs. */
  synchronized void start() {
    if (thread == null && !retired) {
      enter(new PartState.Starting());
      thread = Thread.ofPlatform().name("keeper of " + part.name()).start(this::keep);
    }
  }

  /** Returns when it is ready. */
  synchronized void awaitReady() {
    while (state instanceof PartState.Starting) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LaunchException("interrupted while " + part.name() + " was starting", e);
      }
    }
    switch (state) {
      case PartState.Ready _, PartState.Starting _ -> {}
      case PartState.Failed failed -> throw new LaunchException(failed.cause());
      case PartState.Stopped _ ->
          throw new LaunchException(part.name() + " was stopped before it was ready");
    }
  }

  /** Ends it, as a crash would if by force, and returns when it is gone. */
  void stop(boolean byForce) {
    ServerProcess running;
    synchronized (this) {
      if (thread != null) {
        thread.interrupt();
      }
      thread = null;
      running = process;
      enter(new PartState.Stopped());
    }
    if (running != null && byForce) {
      running.kill();
    } else if (running != null) {
      running.stop(STOP_LIMIT);
    }
  }

  /** Ends it kindly and never starts it again. */
  void retire() {
    synchronized (this) {
      retired = true;
    }
    stop(false);
  }

  private void keep() {
    Backoff backoff = new Backoff();
    while (true) {
      Instant started = Instant.now();
      String end = runOnce(started);
      Duration wait = backoff.after(started, Instant.now());
      synchronized (this) {
        if (!wanted()) {
          return;
        }
        enter(new PartState.Failed(end));
        if (!startsAgain) {
          thread = null;
          return;
        }
      }
      journal.tell(end + "; starting it again in " + Seconds.of(wait));
      if (!slept(wait)) {
        return;
      }
    }
  }

  /** Starts it, and returns when it has ended or could not be started, with the reason. */
  private String runOnce(Instant started) {
    try {
      PortCheck.require(part);
      ServerProcess launched = ServerProcess.start(part.prepare(), files);
      if (!adopt(launched)) {
        launched.kill();
        return part.name() + " was stopped";
      }
      awaitReady(launched);
      becomeReady(launched, Duration.between(started, Instant.now()));
      return part.name() + " " + launched.awaitEnd();
    } catch (LaunchException e) {
      return e.getMessage();
    }
  }

  private void awaitReady(ServerProcess launched) {
    try {
      launched.awaitReady(part, START_LIMIT);
    } catch (LaunchException e) {
      launched.kill();
      throw e;
    }
  }

  private synchronized boolean adopt(ServerProcess launched) {
    if (wanted()) {
      process = launched;
      return true;
    }
    return false;
  }

  private synchronized void becomeReady(ServerProcess launched, Duration took) {
    if (wanted()) {
      enter(new PartState.Ready(launched, Instant.now()));
      journal.tell(
          "%-24s ready after %s on port %d"
              .formatted(part.name(), Seconds.of(took), part.ports().getFirst()));
    }
  }

  private synchronized boolean slept(Duration wait) {
    Instant end = Instant.now().plus(wait);
    try {
      while (wanted() && Instant.now().isBefore(end)) {
        wait(Math.max(1, Duration.between(Instant.now(), end).toMillis()));
      }
    } catch (InterruptedException e) {
      return false;
    }
    if (wanted()) {
      enter(new PartState.Starting());
    }
    return wanted();
  }

  private boolean wanted() {
    return thread == Thread.currentThread();
  }

  private void enter(PartState next) {
    state = next;
    notifyAll();
  }
}
