package dev.iasql.local.cli;

import dev.iasql.local.LaunchException;
import dev.iasql.local.build.Maven;
import dev.iasql.local.process.JavaProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks. */
@Command(
    name = "bench",
    description = {
      "Measures the running system and prints each figure with its ratio to a baseline of the same run.",
      "It makes databases and AWS resources of its own: use it on the emulator."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String HEAP = "1g";

  @Mixin private StateOption state;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Which ones: calls, imports, registry. All if none is named.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    SystemVariables variables = SystemVariables.of(state);
    Path checkout = Checkout.folder();
    int built =
        new Maven(checkout)
            .run(
                List.of(
                    "-B", "-q", "-Dquick", "-DskipTests", "-pl", "benchmarks", "-am", "package"));
    if (built != 0) {
      throw new LaunchException("the benchmarks could not be built; Maven says why above");
    }
    ProcessBuilder program =
        new ProcessBuilder(
            JavaProgram.withHeap(HEAP)
                .main(
                    classPath(checkout.resolve("benchmarks/target")),
                    "dev.iasql.benchmarks.Benchmarks",
                    names.toArray(String[]::new)));
    program.environment().putAll(variables.byName());
    return program.inheritIO().start().waitFor();
  }

  private static String classPath(Path target) throws IOException {
    return target.resolve("classes")
        + File.pathSeparator
        + Files.readString(target.resolve("class-path.txt"));
  }
}
