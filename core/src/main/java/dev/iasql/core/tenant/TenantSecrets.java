package dev.iasql.core.tenant;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The passwords of a tenant's roles, in clear; only ever in memory.
 *
 * @param user of the role users log in as
 * @param engine of the workers' role
 * @param caller of the role behind the loop-back connection
 */
public record TenantSecrets(String user, String engine, String caller) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  public static TenantSecrets random() {
    return new TenantSecrets(randomPassword(), randomPassword(), randomPassword());
  }

  /** 192 random bits in URL-safe letters, so it needs no escaping in a connection URL. */
  public static String randomPassword() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public TenantSecrets withUser(String password) {
    return new TenantSecrets(password, engine, caller);
  }

  @Override
  public String toString() {
    return "TenantSecrets[hidden]";
  }
}
