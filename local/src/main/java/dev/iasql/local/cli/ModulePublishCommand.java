package dev.iasql.local.cli;

import dev.iasql.local.module.ModulesApi;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a module to every database of a system. */
@Command(
    name = "publish",
    description = {
      "Checks a module and publishes it, so that every database of the system can install it.",
      "A published version never changes: publish something else under a new version."
    })
final class ModulePublishCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      description = "The folder of a version, or of a module for its newest version.")
  private Path folder;

  @Option(
      names = "--unchecked",
      description = "Do not check first. The registry still refuses what breaks its own rules.")
  private boolean unchecked;

  @Mixin private ApiOption api;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    SentModule module = SentModule.of(folder);
    ModulesApi registry = api.api();
    if (!unchecked && !new ModuleCheck(registry, command.commandLine()).passes(module)) {
      return 1;
    }
    boolean isNew = registry.publish(module.archive());
    command
        .commandLine()
        .getOut()
        .println(
            module.folder()
                + (isNew ? " is published." : " was published before, with the same content."));
    return 0;
  }
}
