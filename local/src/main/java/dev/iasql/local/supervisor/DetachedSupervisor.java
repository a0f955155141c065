package dev.iasql.local.supervisor;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.JavaProgram;
import dev.iasql.local.process.LogFile;
import dev.iasql.local.process.OwnSession;
import dev.iasql.local.system.StateFolder;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a supervisor that outlives us and the terminal. It finds its options in the state folder.
 */
public record DetachedSupervisor(Path checkout, StateFolder state) {
  private static final int PAUSE_MILLIS = 20;
  private static final int SHOWN_LOG_LINES = 20;

  /** Returns when it takes orders, which is before it is ready. */
  public void start() {
    LogFile log = state.files().log(SupervisorProcess.LOG);
    List<String> command =
        JavaProgram.withHeap("96m")
            .quickToStart()
            .rememberingClasses(state.run().resolve("classes.jsa"))
            .flags("-Diasql.home=" + checkout)
            .main(
                System.getProperty("java.class.path"),
                "dev.iasql.local.cli.Iasql",
                "supervise",
                "--state-dir",
                state.path().toString());
    try {
      Process process =
          new ProcessBuilder(OwnSession.of(command))
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.path().toFile()))
              .start();
      while (!takesOrders()) {
        if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new LaunchException(String.join("\n", log.tail(SHOWN_LOG_LINES)));
        }
      }
    } catch (IOException e) {
      throw new LaunchException("cannot start the supervisor: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while the supervisor was starting", e);
    }
  }

  private boolean takesOrders() {
    try (SocketChannel channel = SocketChannel.open(ControlAddress.of(state))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
