package dev.iasql.sync.commit;

import static java.util.stream.Collectors.toSet;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.sync.account.AccountRegion;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.table.InstalledTables;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be read from AWS again because of some changes.
 *
 * @param tables by name; with them come the tables they refer to, so that nothing read refers to
 *     something not read
 * @param places the accounts and regions the changes are in
 */
record RefreshScope(Set<String> tables, Set<AccountRegion> places) {

  /** Where the rows themselves are. */
  static RefreshScope of(Collection<? extends Change> changes, List<AwsTable<?>> installed) {
    Set<String> tables = changes.stream().map(change -> change.table().name()).collect(toSet());
    return new RefreshScope(withReferenced(tables, installed), places(changes));
  }

  /** Where the rows are, and everything that might have changed along with them. */
  static RefreshScope after(Collection<? extends Change> changes, List<AwsTable<?>> installed) {
    Set<String> tables = changes.stream().map(change -> change.table().name()).collect(toSet());
    return new RefreshScope(
        withReferenced(InstalledTables.withDependents(tables, installed), installed),
        places(changes));
  }

  private static Set<String> withReferenced(Set<String> tables, List<AwsTable<?>> parentsFirst) {
    Set<String> found = new HashSet<>(tables);
    for (AwsTable<?> table : parentsFirst.reversed()) {
      if (found.contains(table.name())) {
        found.addAll(table.model().referencedTables());
      }
    }
    return found;
  }

  private static Set<AccountRegion> places(Collection<? extends Change> changes) {
    Set<AccountRegion> places = new HashSet<>();
    for (Change change : changes) {
      RowKey key = change.key();
      places.add(new AccountRegion(key.accountId(), key.scope().get("region")));
    }
    return places;
  }
}
