package dev.iasql.local.cli;

import dev.iasql.local.FolderTree;
import dev.iasql.local.build.Maven;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Runs all checks and tests. */
@Command(
    name = "test",
    customSynopsis = "iasql test [-- MAVEN ARGUMENTS...]",
    description = {
      "Builds everything with all checks and runs all tests, as the continuous integration does.",
      "What stands after -- is passed on to Maven: ./iasql test -- -pl core"
    })
final class TestCommand implements Callable<Integer> {
  @ParentCommand private Iasql iasql;

  @Override
  public Integer call() {
    // The launcher was built without checks, and Maven would take its classes for checked ones.
    new FolderTree(Checkout.folder().resolve("local/target/classes")).delete();
    List<String> arguments = new ArrayList<>(List.of("-B", "-ntp", "verify"));
    arguments.addAll(iasql.passedOn());
    return new Maven(Checkout.folder()).run(arguments);
  }
}
