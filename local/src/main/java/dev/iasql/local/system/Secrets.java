package dev.iasql.local.system;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The passwords and keys of one system: one file each, made at random when first needed, readable
 * by nobody but the user.
 */
public record Secrets(Path folder) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 24;
  private static final int KEY_BYTES = 32;

  public String adminPassword() {
    return password("admin-password");
  }

  public String registryPassword() {
    return password("registry-password");
  }

  public String gatewayToken() {
    return password("gateway-token");
  }

  /** The key that encrypts tenants' passwords in the directory: 32 bytes in base64. */
  public String directoryKey() {
    return getOrMake("directory-key", Base64.getEncoder(), KEY_BYTES);
  }

  /**
   * Where sync-service keeps the private key that opens users' AWS credentials; it makes the file
   * itself.
   */
  public Path credentialsKeyFile() {
    return folder.resolve("credentials-key");
  }

  /** The password of a tenant's role, if it was made here. */
  public Optional<String> tenantPassword(String tenant) {
    return read(folder.resolve(tenantFile(tenant)));
  }

  public void keepTenantPassword(String tenant, String password) {
    write(folder.resolve(tenantFile(tenant)), password);
  }

  private static String tenantFile(String tenant) {
    return "tenant-" + tenant + "-password";
  }

  /**
   * Letters, digits, minus and underscore only, so that it needs no quoting in a URL or a shell.
   */
  private String password(String name) {
    return getOrMake(name, Base64.getUrlEncoder().withoutPadding(), PASSWORD_BYTES);
  }

  private String getOrMake(String name, Base64.Encoder encoder, int length) {
    Path file = folder.resolve(name);
    return read(file)
        .orElseGet(
            () -> {
              byte[] bytes = new byte[length];
              RANDOM.nextBytes(bytes);
              String secret = encoder.encodeToString(bytes);
              write(file, secret);
              return secret;
            });
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new LaunchException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Never half written, and never readable by others, not even for a moment. */
  private void write(Path file, String secret) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Path unfinished =
          Files.createTempFile(
              folder,
              "new-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, secret + "\n");
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LaunchException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
