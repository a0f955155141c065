package dev.iasql.local.cli;

import dev.iasql.local.LaunchException;
import dev.iasql.local.supervisor.ControlClient;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which system a command is about. */
final class StateOption {
  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = "Where data, logs and secrets are kept. Default: .iasql in the checkout.")
  private Path folder;

  StateFolder folder() {
    return new StateFolder(folder == null ? Checkout.folder().resolve(".iasql") : folder);
  }

  boolean isUp() {
    return folder().supervisor().process().isPresent();
  }

  ControlClient control() {
    requireUp();
    return new ControlClient(folder());
  }

  /** The options of the running system. */
  SystemOptions options() {
    requireUp();
    return folder().options().read().orElseThrow();
  }

  private void requireUp() {
    if (!isUp()) {
      throw new LaunchException(
          "nothing runs in " + folder().path() + ". Start it with: ./iasql up");
    }
  }
}
