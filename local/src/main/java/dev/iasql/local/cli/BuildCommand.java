package dev.iasql.local.cli;

import dev.iasql.local.build.Build;
import dev.iasql.local.system.StateFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the services. */
@Command(
    name = "build",
    description = "Builds what is not built or older than its sources, without checks and tests.")
final class BuildCommand implements Callable<Integer> {
  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    StateFolder folder = state.folder();
    folder.create();
    if (!Build.of(Checkout.folder(), folder.files().log("build").path())
        .services(command.commandLine().getOut()::println)) {
      command.commandLine().getOut().println("everything is built");
    }
    return 0;
  }
}
