package dev.iasql.local.cli;

import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.DemoTenant;
import dev.iasql.local.system.SystemOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the addresses of a system for a shell. */
@Command(
    name = "env",
    description = {
      "Prints addresses and secrets as export lines for a shell.",
      "To set them in yours: eval \"$(./iasql env)\""
    })
final class EnvCommand implements Callable<Integer> {
  private static final String DUMMY = "test";

  @Mixin private StateOption state;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    variables()
        .forEach(
            (name, value) ->
                command
                    .commandLine()
                    .getOut()
                    .println("export " + name + "=" + ShellWord.of(value)));
    return 0;
  }

  private Map<String, String> variables() {
    SystemOptions options = state.options();
    Map<String, String> variables = new LinkedHashMap<>();
    state
        .folder()
        .secrets()
        .tenantPassword(DemoTenant.NAME)
        .ifPresent(
            password ->
                variables.put(
                    "IASQL_DATABASE_URL", Summary.databaseUrl(options, DemoTenant.NAME, password)));
    variables.put("IASQL_API_URL", Summary.gateway(options));
    variables.put("IASQL_API_TOKEN", state.folder().secrets().gatewayToken());
    variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + options.ports().kafka());
    options
        .region()
        .ifPresent(
            region -> {
              variables.put("AWS_REGION", region);
              variables.put("AWS_DEFAULT_REGION", region); // what boto3 reads
            });
    switch (options.cloud()) {
      case Cloud.Emulator _, Cloud.Endpoint _ -> {
        variables.put("AWS_ENDPOINT_URL", options.awsEndpoint().orElseThrow());
        variables.put("AWS_ACCESS_KEY_ID", DUMMY);
        variables.put("AWS_SECRET_ACCESS_KEY", DUMMY);
      }
      case Cloud.Aws aws ->
          aws.profile().ifPresent(profile -> variables.put("AWS_PROFILE", profile));
    }
    return variables;
  }
}
