package dev.iasql.sync.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.client.StoredKeys;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The AWS keys tenants store: table {@code iasql.credential}, encrypted in the database with the
 * workers' public key before anything is stored. Thread-safe.
 */
public final class Credentials {
  /** Account id of the keys that are used where no others are stored. */
  static final String DEFAULT = "";

  private final CredentialKeyFile file;
  private CredentialKeyPair keyPair;

  /**
   * @param keyFile where the workers' private key is kept; made when it is first needed
   */
  public Credentials(Path keyFile) {
    this.file = new CredentialKeyFile(keyFile);
  }

  /**
   * Makes the key pair if there is none yet, which takes a moment nobody should have to wait for.
   */
  public void prepare() {
    keyPair();
  }

  /** Leaves the public key where {@code iasql_set_credentials} looks for it. */
  public void leavePublicKey(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO iasql.setting AS s (name, value) VALUES ('credentials_public_key', ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE s.value <> excluded.value
            """)) {
      statement.setString(1, keyPair().publicKey());
      statement.executeUpdate();
    }
  }

  /**
   * A tenant's stored keys by account id, in clear.
   *
   * @throws ExternalException if some were stored for a key pair the workers no longer have
   */
  Map<String, StoredKeys> read(Connection connection) throws SQLException {
    Map<String, StoredKeys> keys = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT account_id, access_key_id, sealed FROM iasql.credential");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        keys.put(row.getString("account_id"), keys(row));
      }
    }
    return keys;
  }

  private StoredKeys keys(ResultSet row) throws SQLException {
    try {
      JsonNode secret = Json.MAPPER.readTree(keyPair().open(row.getBytes("sealed")));
      return new StoredKeys(
          row.getString("access_key_id"),
          secret.path("secret_access_key").asText(),
          secret.path("session_token").asText(null));
    } catch (IllegalArgumentException | IOException e) {
      throw new ExternalException(
          ErrorCode.AWS_CREDENTIALS,
          "the stored credentials %s cannot be opened".formatted(row.getString("access_key_id")),
          "They were stored for a key of the sync service that it no longer has.",
          "Store them again: SELECT iasql_set_credentials(…).",
          e);
    }
  }

  private synchronized CredentialKeyPair keyPair() {
    if (keyPair == null) {
      keyPair = file.keyPair();
    }
    return keyPair;
  }
}
