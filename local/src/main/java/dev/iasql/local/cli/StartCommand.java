package dev.iasql.local.cli;

import dev.iasql.local.supervisor.Order;
import picocli.CommandLine.Command;

/** Starts one part. */
@Command(
    name = "start",
    description = "Starts a part that was stopped, and returns when it is ready.")
final class StartCommand extends PartOrder {
  @Override
  public Integer call() {
    return give(Order.Verb.START, false);
  }
}
