package dev.iasql.local.cli;

import dev.iasql.local.build.Build;
import dev.iasql.local.supervisor.ControlClient;
import dev.iasql.local.supervisor.DetachedSupervisor;
import dev.iasql.local.supervisor.Order;
import dev.iasql.local.supervisor.SupervisorProcess;
import dev.iasql.local.system.PortPlan;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts a system. */
@Command(
    name = "up",
    description = {
      "Builds what is not built, and starts Postgres, Kafka, an AWS emulator and the services of IaSQL.",
      "Stays in the foreground until Ctrl-C stops everything, or returns when all is ready with --detach."
    })
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--detach",
      description = "Return when everything is ready, and leave it running.")
  private boolean detach;

  @Mixin private CloudChoice cloud;

  @Option(names = "--region", paramLabel = "R", description = "The default AWS region.")
  private String region;

  @Option(
      names = "--regions",
      paramLabel = "R",
      split = ",",
      description = "The AWS regions to import at first, separated by commas.")
  private List<String> regions = List.of();

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + PortPlan.DEFAULT_BASE,
      description = "The lowest port; the others follow it. Default: ${DEFAULT-VALUE}.")
  private int portBase;

  @Option(names = "--no-demo", description = "Do not make the tenant database demo.")
  private boolean noDemo;

  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    SystemOptions options = options();
    StateFolder folder = state.folder();
    if (state.isUp()) {
      return attach(folder, "already up");
    }
    folder.create();
    Build.of(Checkout.folder(), folder.files().log("build").path()).services(this::show);
    folder.files().log(SupervisorProcess.LOG).rotate();
    show("starting in " + folder.path());
    if (detach) {
      folder.options().write(options);
      new DetachedSupervisor(Checkout.folder(), folder).start();
      return attach(folder, "up");
    }
    SupervisorProcess.attached(Checkout.folder(), folder, options, this::show)
        .run(() -> show(new Summary(folder, options).text("up", "Ctrl-C stops everything.")));
    return 0;
  }

  private Integer attach(StateFolder folder, String word) {
    new ControlClient(folder).give(Order.of(Order.Verb.AWAIT), this::show);
    SystemOptions running = folder.options().read().orElseThrow();
    show(new Summary(folder, running).text(word, "\"./iasql down\" stops everything."));
    return 0;
  }

  /** What the command line asks for. */
  SystemOptions options() {
    try {
      return SystemOptions.of(
          new PortPlan(portBase), cloud.cloud(), Optional.ofNullable(region), regions, !noDemo);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  private void show(String line) {
    command.commandLine().getOut().println(line);
    command.commandLine().getOut().flush();
  }
}
