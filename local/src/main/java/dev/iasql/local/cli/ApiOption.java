package dev.iasql.local.cli;

import dev.iasql.local.module.ModulesApi;
import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which system's API a command talks to: the one that runs here, or another. */
final class ApiOption {
  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "Use the system at this address, not the one that runs here.")
  private URI address;

  @Option(
      names = "--token",
      paramLabel = "T",
      defaultValue = "${env:IASQL_API_TOKEN}",
      description =
          "With --api: its administrator's token. Default: IASQL_API_TOKEN of the environment.")
  private String token;

  @Mixin private StateOption state;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  ModulesApi api() {
    if (address == null) {
      return new ModulesApi(
          URI.create(Summary.gateway(state.options())), state.folder().secrets().gatewayToken());
    }
    if (address.getHost() == null || !address.getScheme().startsWith("http")) {
      throw new ParameterException(
          command.commandLine(),
          "--api wants an address like http://127.0.0.1:15430, not " + address);
    }
    if (token == null) {
      throw new ParameterException(
          command.commandLine(), "--api needs --token, or IASQL_API_TOKEN in the environment");
    }
    return new ModulesApi(withoutPath(address), token);
  }

  /** Also of an address that was copied with the API's path. */
  private static URI withoutPath(URI address) {
    return URI.create(address.getScheme() + "://" + address.getRawAuthority());
  }
}
