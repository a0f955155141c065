package dev.iasql.gateway.directory;

import io.smallrye.config.ConfigMapping;

/** Where the directory of tenant databases is kept. */
@ConfigMapping(prefix = "iasql.directory")
public interface DirectoryConfiguration {
  /** JDBC address of the registry's database. */
  String jdbcUrl();

  /** Role to sign in as. */
  String username();

  /** Password of the role. */
  String password();

  /** Key the passwords in the directory are encrypted with: 32 bytes in Base64. */
  String encryptionKey();
}
