package dev.iasql.local.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a module out. */
@Command(
    name = "check",
    description = {
      "Has the running system install a module into a database that is thrown away, run its tests,",
      "take it out again, and tell where it breaks the rules. Nothing is published.",
      "Exit code: 0 if it keeps them, 1 if it does not."
    })
final class ModuleCheckCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      description = "The folder of a version, or of a module for its newest version.")
  private Path folder;

  @Mixin private ApiOption api;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    boolean passed =
        new ModuleCheck(api.api(), command.commandLine()).passes(SentModule.of(folder));
    return passed ? 0 : 1;
  }
}
