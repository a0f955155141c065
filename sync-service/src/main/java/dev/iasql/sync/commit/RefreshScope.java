package dev.iasql.sync.commit;

import static java.util.stream.Collectors.toSet;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.sync.account.AccountRegion;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.table.InstalledTables;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What has to be read from AWS again because of some changes.
 *
 * @param tables by name
 * @param places the accounts and regions the changes are in
 */
record RefreshScope(Set<String> tables, Set<AccountRegion> places) {

  /** Where the rows themselves are. */
  static RefreshScope of(Collection<Change> changes) {
    return new RefreshScope(
        changes.stream().map(change -> change.table().name()).collect(toSet()),
        changes.stream().map(change -> place(change.key())).collect(toSet()));
  }

  /** Where the rows are, and everything that might have changed along with them. */
  static RefreshScope after(Collection<Change> changes, List<AwsTable<?>> installed) {
    RefreshScope touched = of(changes);
    return new RefreshScope(
        InstalledTables.withDependents(touched.tables(), installed), touched.places());
  }

  private static AccountRegion place(RowKey key) {
    return new AccountRegion(key.accountId(), key.scope().get("region"));
  }
}
