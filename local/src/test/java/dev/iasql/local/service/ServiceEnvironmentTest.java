package dev.iasql.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.PortPlan;
import dev.iasql.local.system.Secrets;
import dev.iasql.local.system.SystemOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceEnvironmentTest {
  private static final Map<String, String> USER =
      Map.of("AWS_PROFILE", "private", "AWS_ACCESS_KEY_ID", "AKIAUSER", "HOME", "/home/user");

  @TempDir private Path folder;

  @Test
  void everyServiceKnowsKafkaItsPortsAndTheTenantDirectory() {
    Secrets secrets = new Secrets(folder);
    assertThat(environment(new Cloud.Emulator(true)).gateway())
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:20003")
        .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
        .containsEntry("QUARKUS_HTTP_PORT", "20000")
        .containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1")
        .containsEntry("QUARKUS_MANAGEMENT_PORT", "20010")
        .containsEntry(
            "IASQL_DIRECTORY_JDBC_URL", "jdbc:postgresql://127.0.0.1:20002/iasql_registry")
        .containsEntry("IASQL_DIRECTORY_USERNAME", "iasql_registry")
        .containsEntry("IASQL_DIRECTORY_PASSWORD", secrets.registryPassword())
        .containsEntry("IASQL_DIRECTORY_ENCRYPTION_KEY", secrets.directoryKey())
        .containsEntry("IASQL_GATEWAY_TOKEN", secrets.gatewayToken())
        .containsEntry("IASQL_REGISTRY_URL", "http://127.0.0.1:20001")
        .containsEntry("IASQL_REGISTRY_TOKEN", secrets.gatewayToken());
  }

  @Test
  void onlyInstallServiceIsAdministrator() {
    ServiceEnvironment environment = environment(new Cloud.Emulator(true));
    String password = new Secrets(folder).adminPassword();

    assertThat(environment.install())
        .containsEntry("IASQL_POSTGRES_HOST", "127.0.0.1")
        .containsEntry("IASQL_POSTGRES_PORT", "20002")
        .containsEntry("IASQL_POSTGRES_ADMIN_USERNAME", "iasql_admin")
        .containsEntry("IASQL_POSTGRES_ADMIN_PASSWORD", password);
    assertThat(List.of(environment.registry(), environment.sync(), environment.gateway()))
        .allSatisfy(variables -> assertThat(variables).doesNotContainValue(password));
  }

  @Test
  void theRegistryHasItsDatabaseAndTheAdministratorsToken() {
    assertThat(environment(new Cloud.Emulator(true)).registry())
        .containsEntry(
            "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:20002/iasql_registry")
        .containsEntry("IASQL_REGISTRY_TOKEN", new Secrets(folder).gatewayToken())
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "iasql_registry")
        .containsKey("QUARKUS_DATASOURCE_PASSWORD");
  }

  @Test
  void anEmulatorNeverSeesTheUsersCredentials() {
    assertThat(environment(new Cloud.Emulator(true)).sync())
        .containsEntry("IASQL_AWS_ENDPOINT", "http://127.0.0.1:20005")
        .containsEntry("AWS_ACCESS_KEY_ID", "test")
        .containsEntry("AWS_SECRET_ACCESS_KEY", "test")
        .containsEntry("IASQL_AWS_REGION", "us-east-1")
        .containsEntry("IASQL_AWS_REGIONS", "us-east-1,us-west-2,eu-west-1")
        .containsEntry("IASQL_CREDENTIALS_KEY_FILE", folder.resolve("credentials-key").toString())
        .doesNotContainKey("AWS_PROFILE");
  }

  @Test
  void theUsersAccountIsReachedAsTheUserReachesIt() {
    assertThat(environment(new Cloud.Aws(Optional.empty())).sync())
        .containsEntry("AWS_PROFILE", "private")
        .containsEntry("AWS_ACCESS_KEY_ID", "AKIAUSER")
        .doesNotContainKeys("IASQL_AWS_ENDPOINT", "IASQL_AWS_REGION", "IASQL_AWS_REGIONS", "HOME");
    assertThat(environment(new Cloud.Aws(Optional.of("work"))).sync())
        .containsEntry("AWS_PROFILE", "work");
  }

  private ServiceEnvironment environment(Cloud cloud) {
    SystemOptions options =
        SystemOptions.of(new PortPlan(20000), cloud, Optional.empty(), List.of(), true);
    return new ServiceEnvironment(options, new Secrets(folder), USER);
  }
}
