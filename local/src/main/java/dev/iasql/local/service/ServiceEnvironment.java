package dev.iasql.local.service;

import dev.iasql.local.postgres.PostgresPart;
import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.PortPlan;
import dev.iasql.local.system.RegistryDatabase;
import dev.iasql.local.system.Secrets;
import dev.iasql.local.system.SystemOptions;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of each service, as environment variables: the only place where they are
 * written down.
 */
final class ServiceEnvironment {
  private static final String LOCALHOST = "127.0.0.1";

  /** Emulators take any key; without one the SDK would look for the user's own. */
  private static final String DUMMY = "test";

  private final SystemOptions options;
  private final PortPlan ports;
  private final Secrets secrets;
  private final Map<String, String> outer;

  /**
   * @param outer the environment of the user, from which AWS settings are taken when the user's AWS
   *     is meant
   */
  ServiceEnvironment(SystemOptions options, Secrets secrets, Map<String, String> outer) {
    this.options = options;
    this.ports = options.ports();
    this.secrets = secrets;
    this.outer = Map.copyOf(outer);
  }

  Map<String, String> registry() {
    Map<String, String> environment = common(ports.registry());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + registryDatabase());
    environment.put("QUARKUS_DATASOURCE_USERNAME", RegistryDatabase.NAME);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.registryPassword());
    environment.put("IASQL_REGISTRY_TOKEN", secrets.gatewayToken());
    return environment;
  }

  Map<String, String> install() {
    Map<String, String> environment = common(ports.install());
    environment.put("IASQL_POSTGRES_HOST", LOCALHOST);
    environment.put("IASQL_POSTGRES_PORT", "" + ports.postgres());
    environment.put("IASQL_POSTGRES_ADMIN_USERNAME", PostgresPart.ADMIN);
    environment.put("IASQL_POSTGRES_ADMIN_PASSWORD", secrets.adminPassword());
    return environment;
  }

  Map<String, String> sync() {
    Map<String, String> environment = common(ports.sync());
    environment.put("IASQL_CREDENTIALS_KEY_FILE", secrets.credentialsKeyFile().toString());
    options.region().ifPresent(region -> environment.put("IASQL_AWS_REGION", region));
    if (!options.regions().isEmpty()) {
      environment.put("IASQL_AWS_REGIONS", String.join(",", options.regions()));
    }
    switch (options.cloud()) {
      case Cloud.Emulator _, Cloud.Endpoint _ -> {
        environment.put("IASQL_AWS_ENDPOINT", options.awsEndpoint().orElseThrow());
        environment.put("AWS_ACCESS_KEY_ID", DUMMY);
        environment.put("AWS_SECRET_ACCESS_KEY", DUMMY);
      }
      case Cloud.Aws aws -> {
        outer.forEach(
            (name, value) -> {
              if (name.startsWith("AWS_")) {
                environment.put(name, value);
              }
            });
        aws.profile().ifPresent(profile -> environment.put("AWS_PROFILE", profile));
      }
    }
    return environment;
  }

  Map<String, String> gateway() {
    Map<String, String> environment = common(ports.gateway());
    environment.put("IASQL_GATEWAY_TOKEN", secrets.gatewayToken());
    environment.put("IASQL_REGISTRY_URL", "http://" + LOCALHOST + ":" + ports.registry());
    environment.put("IASQL_REGISTRY_TOKEN", secrets.gatewayToken());
    return environment;
  }

  private Map<String, String> common(int port) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", LOCALHOST + ":" + ports.kafka());
    environment.put("QUARKUS_HTTP_HOST", LOCALHOST);
    environment.put("QUARKUS_HTTP_PORT", "" + port);
    environment.put("QUARKUS_MANAGEMENT_HOST", LOCALHOST);
    environment.put("QUARKUS_MANAGEMENT_PORT", "" + ports.management(port));
    environment.put("IASQL_DIRECTORY_JDBC_URL", "jdbc:" + registryDatabase());
    environment.put("IASQL_DIRECTORY_USERNAME", RegistryDatabase.NAME);
    environment.put("IASQL_DIRECTORY_PASSWORD", secrets.registryPassword());
    environment.put("IASQL_DIRECTORY_ENCRYPTION_KEY", secrets.directoryKey());
    return environment;
  }

  private String registryDatabase() {
    return "postgresql://" + LOCALHOST + ":" + ports.postgres() + "/" + RegistryDatabase.NAME;
  }
}
