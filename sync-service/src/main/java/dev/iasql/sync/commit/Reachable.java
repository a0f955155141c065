package dev.iasql.sync.commit;

import dev.iasql.aws.spi.Scope;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.sync.account.AccountRegion;
import dev.iasql.sync.account.Places;
import dev.iasql.sync.account.TenantAws;
import dev.iasql.sync.plan.RowKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which accounts and regions can be written: those that are read. */
final class Reachable {
  private final Set<String> accounts;
  private final Set<AccountRegion> regions;

  private Reachable(Set<String> accounts, Set<AccountRegion> regions) {
    this.accounts = accounts;
    this.regions = regions;
  }

  static Reachable read(TenantAws aws, Connection connection) throws SQLException {
    if (aws.accountIds().isEmpty()) {
      return new Reachable(Set.of(), Set.of()); // perhaps there is not even a table of regions
    }
    return new Reachable(
        aws.accountIds(),
        new HashSet<>(new Places(aws, Optional.empty()).of(Scope.REGIONAL, connection)));
  }

  /** Why nothing can be done where the row is, if so. */
  Optional<Fault> objection(RowKey key) {
    String account = key.scope().get("account_id");
    String region = key.scope().get("region");
    if (account != null && !accounts.contains(account)) {
      return Optional.of(
          new Fault(
              ErrorCode.AWS_CREDENTIALS,
              "%s belongs to account %s, which is not signed in to".formatted(key, account),
              null,
              "Commit the row of aws_account first; SELECT * FROM iasql_get_errors() says what"
                  + " is wrong with it."));
    }
    if (region != null && !regions.contains(new AccountRegion(account, region))) {
      return Optional.of(
          new Fault(
              ErrorCode.CHANGE_NOT_POSSIBLE,
              "%s is in region %s, which is not enabled".formatted(key, region),
              null,
              "UPDATE aws_region SET is_enabled = true WHERE region = '%s' AND account_id = '%s';"
                  .formatted(region, account)));
    }
    return Optional.empty();
  }
}
