package dev.iasql.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run one server.
 *
 * @param name what logs and messages call it
 * @param arguments the program and its arguments; never a secret, anyone on the machine can read
 *     them
 * @param environment added to the environment of this process
 * @param directory where it runs
 * @param stop the signal that asks it to end kindly
 */
public record ServerCommand(
    String name,
    List<String> arguments,
    Map<String, String> environment,
    Path directory,
    Signal stop) {

  public ServerCommand {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "ServerCommand[" + name + ", " + String.join(" ", arguments) + "]";
  }
}
