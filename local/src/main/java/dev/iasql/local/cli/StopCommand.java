package dev.iasql.local.cli;

import dev.iasql.local.supervisor.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops one part. */
@Command(
    name = "stop",
    description = "Stops a part, which then stays stopped, and returns when it is gone.")
final class StopCommand extends PartOrder {
  @Option(names = "--kill", description = "End it as a crash would, with kill -9.")
  private boolean kill;

  @Override
  public Integer call() {
    return give(Order.Verb.STOP, kill);
  }
}
