package dev.iasql.local.cli;

import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.DemoTenant;
import dev.iasql.local.system.Secrets;
import dev.iasql.local.system.SystemOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses and secrets of a running system, as the environment of a program that uses it. */
record SystemVariables(SystemOptions options, Secrets secrets) {
  private static final String DUMMY = "test";

  static SystemVariables of(StateOption state) {
    return new SystemVariables(state.options(), state.folder().secrets());
  }

  /** In the order a reader expects them. */
  Map<String, String> byName() {
    Map<String, String> variables = new LinkedHashMap<>();
    secrets
        .tenantPassword(DemoTenant.NAME)
        .ifPresent(
            password ->
                variables.put(
                    "IASQL_DATABASE_URL", Summary.databaseUrl(options, DemoTenant.NAME, password)));
    variables.put("IASQL_API_URL", Summary.gateway(options));
    variables.put("IASQL_API_TOKEN", secrets.gatewayToken());
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
