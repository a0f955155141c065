package dev.iasql.local.cli;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the parts wrote to their logs. */
@Command(name = "logs", description = "Shows the end of the logs of all parts, or of one.")
final class LogsCommand implements Callable<Integer> {
  private static final String SUFFIX = ".log";

  @Parameters(
      arity = "0..1",
      paramLabel = "PART",
      description = "A part as status names it, or \"supervisor\", or \"build\".")
  private String part;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is written.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "40",
      description = "How many lines of each log. Default: ${DEFAULT-VALUE}.")
  private int lines;

  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    List<LogFollower> followers = new ArrayList<>();
    List<Path> logs = logs();
    for (Path log : logs) {
      String prefix = logs.size() > 1 ? name(log) + " | " : "";
      LogFollower follower = new LogFollower(log, line -> out.println(prefix + line));
      new LogFile(log).tail(lines).forEach(line -> out.println(prefix + line));
      followers.add(follower);
    }
    out.flush();
    while (follow) {
      followers.forEach(LogFollower::showNew);
      out.flush();
      Thread.sleep(LogFollower.PAUSE);
    }
    return 0;
  }

  private List<Path> logs() {
    Path folder = state.folder().path().resolve("logs");
    List<Path> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        files.forEach(all::add);
      } catch (IOException e) {
        throw new LaunchException("cannot list " + folder + ": " + e.getMessage(), e);
      }
    }
    all.sort(Comparator.naturalOrder());
    List<Path> meant =
        part == null ? all : all.stream().filter(log -> name(log).equals(part)).toList();
    if (meant.isEmpty() && part != null) {
      meant = all.stream().filter(log -> ("-" + name(log)).contains("-" + part)).toList();
    }
    if (meant.isEmpty()) {
      throw new LaunchException(
          all.isEmpty()
              ? "there are no logs in " + folder
              : "there is no log \""
                  + part
                  + "\". There are "
                  + String.join(", ", all.stream().map(LogsCommand::name).toList()));
    }
    return meant;
  }

  private static String name(Path log) {
    return log.getFileName().toString().replace(SUFFIX, "");
  }
}
