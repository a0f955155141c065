package dev.iasql.local.cli;

import dev.iasql.local.LaunchException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of a checkout. The script {@code iasql} starts it. */
@Command(
    name = "iasql",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Runs IaSQL on this machine: your AWS account as tables of a PostgreSQL database.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Start with \"./iasql up\"; \"./iasql COMMAND --help\" tells more about a command.",
      "Needs a JDK 25 or newer and Maven 3.8.7 or newer; Python 3 for the AWS emulator."
    },
    versionProvider = Version.class,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      EnvCommand.class,
      LogsCommand.class,
      PsqlCommand.class,
      StartCommand.class,
      StopCommand.class,
      RestartCommand.class,
      ModuleCommand.class,
      BuildCommand.class,
      TestCommand.class,
      BenchCommand.class,
      SuperviseCommand.class
    })
public final class Iasql implements Callable<Integer> {
  /** Ends our own options; what follows is for the program that a command runs. */
  private static final String PASSED_ON = "--";

  private final List<String> passedOn;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean version;

  @Spec private CommandSpec command;

  Iasql(List<String> passedOn) {
    this.passedOn = List.copyOf(passedOn);
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Carries out one command line and returns the exit code: 0 done, 1 failed, 2 not understood. */
  static int run(String... arguments) {
    List<String> all = Arrays.asList(arguments);
    int end = all.indexOf(PASSED_ON);
    List<String> own = end < 0 ? all : all.subList(0, end);
    return commandLine(new Iasql(end < 0 ? List.of() : all.subList(end + 1, all.size())))
        .execute(own.toArray(String[]::new));
  }

  /** Without a command there is nothing to do but help. */
  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  static CommandLine commandLine(Iasql iasql) {
    CommandLine commandLine = new CommandLine(iasql);
    commandLine.setExecutionExceptionHandler(Iasql::explain);
    commandLine.setParameterExceptionHandler(new UsageErrors());
    commandLine.setUsageHelpAutoWidth(true);
    return commandLine;
  }

  private static int explain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof LaunchException) {
      PrintWriter err = commandLine.getErr();
      err.println("iasql: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  /** What stood after {@code --}. */
  List<String> passedOn() {
    return passedOn;
  }
}
