package dev.iasql.local;

import dev.iasql.local.process.Part;
import dev.iasql.local.process.PortCheck;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.ServerProcess;
import java.time.Duration;

/** Starts one part by itself and waits for it, as tests need it. */
final class RunningServer {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private RunningServer() {}

  static ServerProcess start(Part part, ServerFiles files) {
    PortCheck.require(part);
    ServerProcess process = ServerProcess.start(part.prepare(), files);
    try {
      return process.awaitReady(part, START_LIMIT);
    } catch (RuntimeException e) {
      process.kill();
      throw e;
    }
  }
}
