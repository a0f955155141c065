package dev.iasql.local.cli;

import dev.iasql.local.supervisor.ControlClient;
import dev.iasql.local.supervisor.Leftovers;
import dev.iasql.local.supervisor.Order;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the parts of a system. */
@Command(
    name = "status",
    description = {
      "Shows each part with its health, port, process and memory.",
      "Exit code: 0 if the system is up, 1 if it is not."
    })
final class StatusCommand implements Callable<Integer> {
  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    StateFolder folder = state.folder();
    if (!state.isUp()) {
      out.println("nothing runs in " + folder.path());
      new Leftovers(folder)
          .find()
          .forEach(
              (name, process) ->
                  out.println(
                      name
                          + " (process "
                          + process.pid()
                          + ") was left by an earlier run: ./iasql down ends it, ./iasql up replaces it"));
      return 1;
    }
    new ControlClient(folder).give(Order.of(Order.Verb.STATUS), out::println);
    SystemOptions options = folder.options().read().orElseThrow();
    out.println();
    out.println("AWS is " + Summary.aws(options) + ".");
    out.println("State is in " + folder.path() + ".");
    return 0;
  }
}
