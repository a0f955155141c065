package dev.iasql.sync.refresh;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.core.error.Fault;
import dev.iasql.core.request.Work;
import dev.iasql.sync.account.AccountRegion;
import dev.iasql.sync.account.Accounts;
import dev.iasql.sync.refresh.RefreshReport.Failure;
import dev.iasql.sync.table.InstalledTables;
import dev.iasql.sync.table.TenantTables;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads tables from AWS and merges what it finds into the tenant's database. */
public final class Refresh {
  private final InstalledTables installedTables;
  private final Accounts accounts;
  private final RefreshConfiguration configuration;

  public Refresh(
      InstalledTables installedTables, Accounts accounts, RefreshConfiguration configuration) {
    this.installedTables = installedTables;
    this.accounts = accounts;
    this.configuration = configuration;
  }

  /**
   * Lists every wanted table in every account and region, concurrently, and merges the rows into
   * {@code cloud} and {@code public}: what the user did not touch follows AWS, what the user
   * changed stays.
   *
   * <p>Uses {@link Work#connection()} and commits on it while it reads, so nothing of the caller's
   * may be uncommitted; the last merge is left uncommitted, for the caller to commit or to be
   * committed with the request's outcome. A listing that fails is recorded in {@code iasql.error}
   * and in the report, and is no exception.
   *
   * @param tables names of tables of installed modules; those whose rows are no resources of AWS
   *     are left out
   * @param scopes where to read, all accounts and enabled regions if empty; a place without a
   *     region stands for the account with all its enabled regions, a place with one for that
   *     region and for the tables of the account as a whole
   * @throws dev.iasql.core.error.IasqlException if stored credentials cannot be opened, or somebody
   *     else's transaction holds locks on the tables for too long
   */
  public RefreshReport run(Work work, Set<String> tables, Optional<Set<AccountRegion>> scopes)
      throws SQLException {
    TenantTables installed = installedTables.read(work.connection());
    RefreshRun run = new RefreshRun(work, installed.readable(), scopes, accounts, configuration);
    for (List<AwsTable<?>> round : Rounds.of(installed.readable(), tables)) {
      work.connection().commit();
      run.round(round);
    }
    Map<String, Fault> unreadable = new TreeMap<>(installed.unreadable());
    unreadable.keySet().retainAll(tables);
    run.unreadable(unreadable);
    return run.report();
  }

  /** Notes on tables that reading them failed as a whole; it is not committed. */
  public static void failed(Work work, Set<String> tables, Fault fault) throws SQLException {
    ListingErrors errors = new ListingErrors(work.connection(), work.request().id());
    for (String table : tables) {
      errors.record(Failure.of(table, fault));
    }
  }
}
