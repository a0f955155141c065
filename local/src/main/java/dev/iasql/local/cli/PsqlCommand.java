package dev.iasql.local.cli;

import dev.iasql.local.LaunchException;
import dev.iasql.local.system.DemoTenant;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Opens a SQL shell. */
@Command(
    name = "psql",
    customSynopsis = "iasql psql [--state-dir DIR] [TENANT] [-- ARGUMENTS...]",
    description = {
      "Opens a SQL shell on a tenant database: psql if you have it, else one that comes with IaSQL.",
      "What stands after -- is passed on: ./iasql psql -- -c 'SELECT * FROM iasql_help()'"
    })
final class PsqlCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "TENANT",
      defaultValue = DemoTenant.NAME,
      description = "The tenant database. Default: ${DEFAULT-VALUE}.")
  private String tenant;

  @Mixin private StateOption state;

  @ParentCommand private Iasql iasql;

  @Override
  public Integer call() throws InterruptedException {
    SqlShell shell =
        new SqlShell(
            state.options().ports().postgres(),
            tenant,
            state.folder().secrets().tenantPassword(tenant));
    try {
      return shell.command(iasql.passedOn()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new LaunchException("cannot run a SQL shell: " + e.getMessage(), e);
    }
  }
}
