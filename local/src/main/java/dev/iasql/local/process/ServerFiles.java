package dev.iasql.local.process;

import java.nio.file.Path;

/** Where the servers of one state folder keep what is common to all of them. */
public record ServerFiles(Path state) {

  public ServerFiles {
    state = state.toAbsolutePath().normalize();
  }

  public LogFile log(String server) {
    return new LogFile(state.resolve("logs").resolve(server + ".log"));
  }

  public PidFile pid(String server) {
    return new PidFile(state.resolve("run").resolve(server + ".pid"));
  }

  public Path folder(String server) {
    return state.resolve(server);
  }
}
