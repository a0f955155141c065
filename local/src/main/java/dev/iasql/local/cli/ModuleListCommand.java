package dev.iasql.local.cli;

import dev.iasql.local.module.TextTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what can be installed. */
@Command(
    name = "list",
    description = "Lists the newest version of each module, and what it conflicts with.")
final class ModuleListCommand implements Callable<Integer> {
  @Mixin private ApiOption api;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    TextTable.of(api.api().list()).forEach(command.commandLine().getOut()::println);
    return 0;
  }
}
