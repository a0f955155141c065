package dev.iasql.local.cli;

import dev.iasql.local.process.Liveness;
import dev.iasql.local.supervisor.ControlClient;
import dev.iasql.local.supervisor.Leftovers;
import dev.iasql.local.supervisor.Order;
import dev.iasql.local.system.StateFolder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a system. */
@Command(
    name = "down",
    description = {"Stops everything.", "Databases are kept; what the AWS emulator held is gone."})
final class DownCommand implements Callable<Integer> {
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    StateFolder folder = state.folder();
    if (state.isUp()) {
      ProcessHandle supervisor = folder.supervisor().process().orElseThrow();
      new ControlClient(folder).give(Order.of(Order.Verb.DOWN), out::println);
      Liveness.endsWithin(supervisor, LAST_WORDS);
      return 0;
    }
    Leftovers leftovers = new Leftovers(folder);
    if (leftovers.find().isEmpty()) {
      out.println("nothing runs in " + folder.path());
    }
    leftovers.stop(out::println);
    return 0;
  }
}
