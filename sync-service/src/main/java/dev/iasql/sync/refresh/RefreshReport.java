package dev.iasql.sync.refresh;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.sync.account.AccountRegion;
import java.util.List;

/**
 * What reading AWS again found.
 *
 * @param tables every table that was read, parents first; besides those asked for these may be
 *     tables their new rows refer to
 * @param failures the listings that failed; their rows stayed as they were
 * @param listings how many listings there were, failed ones included
 */
public record RefreshReport(List<TableCounts> tables, List<Failure> failures, int listings) {

  /** What changed in AWS since it was last seen, in rows. */
  public record TableCounts(
      String tableName, long created, long updated, long deleted, long unchanged) {}

  /**
   * A listing that failed.
   *
   * @param place the account, if it is known, and the region, if the table is regional
   */
  public record Failure(String table, AccountRegion place, Fault fault) {
    /** Of the table everywhere. */
    static Failure of(String table, Fault fault) {
      return new Failure(table, new AccountRegion(null, null), fault);
    }
  }

  /** Whether there was something to read and nothing could be. */
  public boolean nothingCouldBeRead() {
    return listings > 0 && failures.size() >= listings;
  }

  /**
   * The failure that explains most: credentials before anything else, because nothing works without
   * them.
   *
   * @throws java.util.NoSuchElementException if nothing failed
   */
  public Fault worstFault() {
    return failures.stream()
        .map(Failure::fault)
        .filter(fault -> fault.code() == ErrorCode.AWS_CREDENTIALS)
        .findFirst()
        .orElseGet(() -> failures.getFirst().fault());
  }
}
