package dev.iasql.gateway.directory;

import io.smallrye.config.ConfigMapping;

/** Where the tenant directory is. */
@ConfigMapping(prefix = "iasql.directory")
public interface DirectoryConfiguration {
  /** JDBC address of the registry's database. */
  String jdbcUrl();

  /** Role to log in as. */
  String username();

  /** The role's password. */
  String password();

  /** Key the tenants' passwords are encrypted with: 32 bytes in Base64. */
  String encryptionKey();
}
