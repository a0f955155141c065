package dev.iasql.local.cli;

import dev.iasql.local.module.CheckResult;
import dev.iasql.local.module.ModulesApi;
import dev.iasql.local.module.TextTable;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Checks a module and prints what was found. */
record ModuleCheck(ModulesApi api, CommandLine commandLine) {

  boolean passes(SentModule module) {
    if (!module.archive().leftOut().isEmpty()) {
      commandLine
          .getErr()
          .println(
              "iasql: not part of a bundle, so not sent: "
                  + String.join(", ", module.archive().leftOut()));
    }
    CheckResult result = api.check(module.archive());
    PrintWriter out = commandLine.getOut();
    if (!result.findings().isEmpty()) {
      TextTable.of(result.findings().stream().map(CheckResult.Finding::row).toList())
          .forEach(out::println);
    }
    out.println(
        module.folder()
            + (result.passed()
                ? " keeps the rules for modules."
                : " breaks the rules for modules; nothing was published."));
    return result.passed();
  }
}
