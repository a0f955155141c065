package dev.iasql.local.cli;

import dev.iasql.local.supervisor.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops one part and starts it again. */
@Command(
    name = "restart",
    description = "Stops a part and starts it again, and returns when it is ready.")
final class RestartCommand extends PartOrder {
  @Option(
      names = "--kill",
      description = "End it as a crash would, with kill -9, to see how the others cope.")
  private boolean kill;

  @Override
  public Integer call() {
    return give(Order.Verb.RESTART, kill);
  }
}
