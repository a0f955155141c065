package dev.iasql.local.cli;

import dev.iasql.local.supervisor.SupervisorProcess;
import dev.iasql.local.system.StateFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What {@code up --detach} leaves running in the background, with the options it wrote down. */
@Command(
    name = "supervise",
    hidden = true,
    description = "Runs a system in the background; used by up --detach.")
final class SuperviseCommand implements Callable<Integer> {
  @Mixin private StateOption state;

  @Override
  public Integer call() {
    StateFolder folder = state.folder();
    SupervisorProcess.detached(Checkout.folder(), folder, folder.options().read().orElseThrow())
        .run(() -> {});
    return 0;
  }
}
