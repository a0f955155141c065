package dev.iasql.local.cli;

import dev.iasql.local.supervisor.Order;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands about one part have in common. */
abstract class PartOrder implements Callable<Integer> {
  @Parameters(
      paramLabel = "PART",
      description = "A part as status names it, or one of its words: sync.")
  private String part;

  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  /** Asks the supervisor, and returns when it is done. */
  protected Integer give(Order.Verb verb, boolean byForce) {
    Order order = byForce ? Order.of(verb, part, Order.BY_FORCE) : Order.of(verb, part);
    state.control().give(order, command.commandLine().getOut()::println);
    return 0;
  }
}
