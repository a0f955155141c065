package dev.iasql.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the addresses of a system for a shell. */
@Command(
    name = "env",
    description = {
      "Prints addresses and secrets as export lines for a shell.",
      "To set them in yours: eval \"$(./iasql env)\""
    })
final class EnvCommand implements Callable<Integer> {
  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    SystemVariables.of(state)
        .byName()
        .forEach(
            (name, value) ->
                command
                    .commandLine()
                    .getOut()
                    .println("export " + name + "=" + ShellWord.of(value)));
    return 0;
  }
}
