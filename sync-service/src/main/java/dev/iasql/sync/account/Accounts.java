package dev.iasql.sync.account;

import dev.iasql.aws.client.AwsSessions;
import dev.iasql.aws.client.StoredKeys;
import dev.iasql.aws.spi.SignIn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The AWS accounts of a tenant and how each is signed in to, from the tenant's database. */
public final class Accounts {
  private final AwsSessions sessions;
  private final Credentials credentials;
  private final AwsConfiguration configuration;

  public Accounts(AwsSessions sessions, Credentials credentials, AwsConfiguration configuration) {
    this.sessions = sessions;
    this.credentials = credentials;
    this.configuration = configuration;
  }

  /**
   * Signs in as the database says now. Nothing is sent to AWS before the first call.
   *
   * @throws dev.iasql.core.error.IasqlException if stored credentials cannot be opened
   */
  public TenantAws open(Connection connection) throws SQLException {
    Map<String, StoredKeys> keys = credentials.read(connection);
    return new TenantAws(sessions, configuration, known(connection), keys);
  }

  /**
   * An account counts once it is in {@code cloud}: a row that is only wanted was never verified.
   */
  private static Map<String, SignIn> known(Connection connection) throws SQLException {
    Map<String, SignIn> accounts = new LinkedHashMap<>();
    if (!moduleIsInstalled(connection)) {
      return accounts;
    }
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT account_id, name, role_arn, external_id, is_default
                FROM cloud.aws_account ORDER BY account_id
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        accounts.put(
            row.getString("account_id"),
            new SignIn(
                row.getString("account_id"),
                row.getString("name"),
                row.getString("role_arn"),
                row.getString("external_id"),
                row.getBoolean("is_default")));
      }
    }
    return accounts;
  }

  private static boolean moduleIsInstalled(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT to_regclass('cloud.aws_account') IS NOT NULL");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
