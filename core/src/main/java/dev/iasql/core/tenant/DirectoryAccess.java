package dev.iasql.core.tenant;

/** What a service has to be told to reach the tenant directory of one machine. */
public interface DirectoryAccess {
  /** JDBC address of the registry's database, which holds the directory. */
  String jdbcUrl();

  /** Role to sign in as. */
  String username();

  /** Password of the role. */
  String password();

  /** Key the passwords in the directory are encrypted with: 32 bytes in Base64. */
  String encryptionKey();
}
