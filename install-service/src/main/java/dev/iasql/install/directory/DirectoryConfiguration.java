package dev.iasql.install.directory;

import io.smallrye.config.ConfigMapping;

/** Where the tenant directory is: table {@code tenant} of the registry's database. */
@ConfigMapping(prefix = "iasql.directory")
public interface DirectoryConfiguration {
  /** JDBC address of the registry's database. */
  String jdbcUrl();

  /** Role that reads and writes the directory. */
  String username();

  /** Password of that role. */
  String password();

  /** Key the stored passwords are encrypted with: 32 bytes in Base64. */
  String encryptionKey();
}
