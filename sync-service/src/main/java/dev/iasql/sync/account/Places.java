package dev.iasql.sync.account;

import dev.iasql.aws.spi.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which accounts and regions are read. */
public final class Places {
  private final TenantAws aws;
  private final Optional<Set<AccountRegion>> only;

  /**
   * @param only where to look, everywhere if empty
   */
  public Places(TenantAws aws, Optional<Set<AccountRegion>> only) {
    this.aws = aws;
    this.only = only;
  }

  /** Where a table of the scope is read, in a fixed order. */
  public List<AccountRegion> of(Scope scope, Connection connection) throws SQLException {
    List<AccountRegion> all =
        switch (scope) {
          case ACCOUNT -> accounts();
          case GLOBAL -> query(connection, ACCOUNTS);
          case REGIONAL -> query(connection, REGIONS);
        };
    return all.stream().filter(this::isWanted).toList();
  }

  /** Before the first account is known, the workers' own identity finds it. */
  private List<AccountRegion> accounts() {
    return aws.accountIds().isEmpty()
        ? List.of(AccountRegion.OWN)
        : aws.accountIds().stream().map(id -> new AccountRegion(id, null)).toList();
  }

  private boolean isWanted(AccountRegion place) {
    return place.equals(AccountRegion.OWN)
        || only.isEmpty()
        || only.get().stream().anyMatch(wanted -> wanted.covers(place));
  }

  /** Rows need their account, and their region, in {@code public}: a foreign key says so. */
  private static final String ACCOUNTS =
      """
      SELECT c.account_id, NULL AS region
      FROM cloud.aws_account c JOIN public.aws_account p USING (account_id)
      ORDER BY 1
      """;

  private static final String REGIONS =
      """
      SELECT c.account_id, c.region
      FROM cloud.aws_region c
      JOIN public.aws_region p USING (account_id, region)
      JOIN cloud.aws_account a USING (account_id)
      WHERE c.is_enabled
      ORDER BY 1, 2
      """;

  private static List<AccountRegion> query(Connection connection, String sql) throws SQLException {
    List<AccountRegion> places = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        places.add(new AccountRegion(row.getString(1), row.getString(2)));
      }
    }
    return places;
  }
}
