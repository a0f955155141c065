package dev.iasql.local.cli;

import dev.iasql.local.module.ModuleName;
import dev.iasql.local.module.ModuleSkeleton;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the first version of a module. */
@Command(
    name = "new",
    description = {
      "Writes a new module: a small one that works, to be changed into yours.",
      "Its files are in NAME/1.0.0."
    })
final class ModuleNewCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "Lower-case letters, digits and underscores, such as shop_report.")
  private String name;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "Where the module's folder is made. Default: here.")
  private Path parent;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Path version = new ModuleSkeleton(moduleName()).writeInto(parent.normalize());
    PrintWriter out = command.commandLine().getOut();
    out.println("The module is in " + version + ". Change it into yours, then:");
    out.println("  ./iasql module check " + ShellWord.of(version.toString()));
    out.println("  ./iasql module publish " + ShellWord.of(version.toString()));
    return 0;
  }

  private ModuleName moduleName() {
    try {
      return new ModuleName(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
