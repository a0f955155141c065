package dev.iasql.local.cli;

import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.DemoTenant;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;

/** What a user needs to know to begin, ready to paste. */
record Summary(StateFolder state, SystemOptions options) {

  /**
   * @param word how the system is
   * @param last what to say at the end
   */
  String text(String word, String last) {
    return """

        IaSQL is %s.

          SQL    %s
          API    %s/api/v1 (token: %s)
          AWS    %s
          Logs   %s

        First SELECT * FROM iasql_modules_list(); then SELECT * FROM iasql_install('aws_vpc'); then SELECT * FROM vpc;
        %s"""
        .formatted(
            word,
            sql(),
            gateway(options),
            state.secrets().gatewayToken(),
            aws(options),
            state.path().resolve("logs"),
            last);
  }

  private String sql() {
    return state
        .secrets()
        .tenantPassword(DemoTenant.NAME)
        .map(password -> "psql '" + databaseUrl(options, DemoTenant.NAME, password) + "'")
        .orElse("no database yet: POST /api/v1/databases makes one");
  }

  static String databaseUrl(SystemOptions options, String tenant, String password) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(tenant, password, options.ports().postgres(), tenant);
  }

  static String gateway(SystemOptions options) {
    return "http://127.0.0.1:" + options.ports().gateway();
  }

  static String aws(SystemOptions options) {
    return switch (options.cloud()) {
      case Cloud.Emulator _ ->
          "an emulator at "
              + options.awsEndpoint().orElseThrow()
              + ", which forgets everything when it stops";
      case Cloud.Endpoint endpoint -> "the emulator at " + endpoint.address();
      case Cloud.Aws aws ->
          "your own account"
              + aws.profile().map(profile -> ", profile " + profile).orElse("")
              + ", only read until you commit";
    };
  }
}
