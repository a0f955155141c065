package dev.iasql.local.supervisor;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.PortCheck;
import dev.iasql.local.system.DemoTenant;
import dev.iasql.local.system.GatewayApi;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The process that runs a whole system, from its start until somebody wants its end. */
public final class SupervisorProcess {
  public static final String LOG = "supervisor";

  private static final int WATCHER_SECONDS = 5;

  private final StateFolder state;
  private final SystemOptions options;
  private final Journal journal;
  private final Supervisor supervisor;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CountDownLatch watched;
  private final CountDownLatch end = new CountDownLatch(1);

  /**
   * One in the background, which does not start anything before somebody watches, so that no
   * failure goes unseen.
   */
  public static SupervisorProcess detached(
      Path checkout, StateFolder state, SystemOptions options) {
    return new SupervisorProcess(checkout, state, options, new CountDownLatch(1));
  }

  /**
   * One in the user's terminal.
   *
   * @param checkout the folder of the project
   * @param screen where the steps of the start are shown
   */
  public static SupervisorProcess attached(
      Path checkout, StateFolder state, SystemOptions options, Consumer<String> screen) {
    SupervisorProcess process =
        new SupervisorProcess(checkout, state, options, new CountDownLatch(0));
    process.journal.listen(screen);
    return process;
  }

  private SupervisorProcess(
      Path checkout, StateFolder state, SystemOptions options, CountDownLatch watched) {
    this.state = state;
    this.options = options;
    this.watched = watched;
    this.journal = new Journal(state.files().log(LOG).path());
    this.supervisor = new Supervisor(checkout, state, options, journal);
  }

  /**
   * Runs until it is stopped.
   *
   * @param whenReady is run once, when everything is ready
   * @throws LaunchException if not everything could be started; then nothing runs any more
   */
  public void run(Runnable whenReady) {
    try (FileChannel _ = lock()) {
      state.supervisor().write(ProcessHandle.current());
      state.options().write(options);
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "end of the supervisor"));
      try (ControlServer _ = new ControlServer(state, this::carryOut)) {
        boolean isWatched = watched.await(WATCHER_SECONDS, TimeUnit.SECONDS);
        journal.write("starting, " + (isWatched ? "watched" : "unwatched"));
        start();
        whenReady.run();
        end.await();
      }
    } catch (IOException e) {
      throw new LaunchException("cannot run in " + state.path() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Held while this process lives, and let go by the system however it ends. */
  private FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            state.run().resolve("supervisor.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new LaunchException("another supervisor runs in " + state.path());
    }
    return channel;
  }

  private void start() {
    Instant started = Instant.now();
    try {
      new Leftovers(state).stop(journal::tell);
      supervisor.keepers().forEach(keeper -> prepareFor(keeper.part()));
      supervisor.start();
      if (options.demo()) {
        new DemoTenant(gateway(), state.secrets()).ensure();
      }
    } catch (LaunchException e) {
      journal.write("cannot start: " + e.getMessage());
      stop();
      ready.completeExceptionally(e);
      throw e;
    }
    journal.tell(
        "everything is ready after " + Seconds.of(Duration.between(started, Instant.now())));
    ready.complete(null);
    new LogTrimmer(state).start();
  }

  private void prepareFor(Part part) {
    PortCheck.require(part);
    state.files().log(part.name()).rotate();
  }

  private GatewayApi gateway() {
    return new GatewayApi(
        "http://127.0.0.1:" + options.ports().gateway(), state.secrets().gatewayToken());
  }

  /** Does nothing the second time. */
  private void stop() {
    supervisor.stop();
    state.supervisor().delete();
  }

  private void carryOut(Order order, Consumer<String> report) {
    switch (order.verb()) {
      case AWAIT -> {
        journal.listen(report);
        watched.countDown();
        awaitReady();
      }
      case STATUS -> StatusTable.of(supervisor.keepers()).forEach(report);
      case DOWN -> {
        journal.listenFromNow(report);
        stop();
        end.countDown();
      }
      case START -> {
        Keeper keeper = supervisor.find(order.part());
        keeper.start();
        keeper.awaitReady();
      }
      case STOP -> supervisor.find(order.part()).stop(order.byForce());
      case RESTART -> {
        Keeper keeper = supervisor.find(order.part());
        keeper.stop(order.byForce());
        keeper.start();
        keeper.awaitReady();
      }
    }
  }

  private void awaitReady() {
    try {
      ready.join();
    } catch (CompletionException e) {
      throw (LaunchException) e.getCause();
    }
  }
}
