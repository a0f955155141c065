package dev.iasql.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
  @TempDir private Path folder;

  @Test
  void aSecretIsMadeOnceAndKept() {
    String password = new Secrets(folder.resolve("a")).adminPassword();

    assertThat(password).hasSize(32).matches("[A-Za-z0-9_-]+");
    assertThat(new Secrets(folder.resolve("a")).adminPassword()).isEqualTo(password);
    assertThat(new Secrets(folder.resolve("b")).adminPassword()).isNotEqualTo(password);
  }

  @Test
  void secretsDiffer() {
    Secrets secrets = new Secrets(folder);
    assertThat(secrets.adminPassword())
        .isNotEqualTo(secrets.registryPassword())
        .isNotEqualTo(secrets.gatewayToken());
  }

  @Test
  void theDirectoryKeyHas32Bytes() {
    assertThat(Base64.getDecoder().decode(new Secrets(folder).directoryKey())).hasSize(32);
  }

  @Test
  void nobodyElseMayReadThem() throws IOException {
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    secrets.adminPassword();
    secrets.keepTenantPassword("demo", "geheim");

    assertThat(modeOf(secrets.folder())).isEqualTo("rwx------");
    assertThat(modeOf(secrets.folder().resolve("admin-password"))).isEqualTo("rw-------");
    assertThat(modeOf(secrets.folder().resolve("tenant-demo-password"))).isEqualTo("rw-------");
  }

  @Test
  void aTenantsPasswordIsTheOneThatWasKeptLast() {
    Secrets secrets = new Secrets(folder);
    assertThat(secrets.tenantPassword("demo")).isEmpty();
    secrets.keepTenantPassword("demo", "old");
    secrets.keepTenantPassword("demo", "new");
    assertThat(secrets.tenantPassword("demo")).contains("new");
  }

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
