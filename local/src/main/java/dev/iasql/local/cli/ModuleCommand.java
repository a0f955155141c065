package dev.iasql.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What authors of modules do. */
@Command(
    name = "module",
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes, checks and publishes SQL modules.",
    commandListHeading = "%nCommands:%n",
    footer = {"", "docs/guides/writing-a-module.md takes you from the first to the last."},
    subcommands = {
      ModuleNewCommand.class,
      ModuleCheckCommand.class,
      ModulePublishCommand.class,
      ModuleListCommand.class
    })
final class ModuleCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  /** Without a command there is nothing to do but help. */
  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
