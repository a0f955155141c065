package dev.iasql.sync.refresh;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.spi.Aws;
import dev.iasql.core.error.Fault;
import dev.iasql.core.request.Work;
import dev.iasql.sync.account.AccountRegion;
import dev.iasql.sync.account.Accounts;
import dev.iasql.sync.account.Places;
import dev.iasql.sync.account.TenantAws;
import dev.iasql.sync.merge.Merge;
import dev.iasql.sync.merge.MergeCounts;
import dev.iasql.sync.merge.MissingTargets;
import dev.iasql.sync.merge.Staging;
import dev.iasql.sync.refresh.RefreshReport.Failure;
import dev.iasql.sync.refresh.RefreshReport.TableCounts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** One refresh under way: reads and merges round by round, and keeps the report. */
final class RefreshRun {
  private static final Logger LOG = Logger.getLogger(RefreshRun.class);

  private final Work work;
  private final List<AwsTable<?>> installed;
  private final Optional<Set<AccountRegion>> scopes;
  private final Accounts accounts;
  private final RefreshConfiguration configuration;
  private final Progress progress;
  private final List<TableCounts> counts = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private int listings;

  RefreshRun(
      Work work,
      List<AwsTable<?>> installed,
      Optional<Set<AccountRegion>> scopes,
      Accounts accounts,
      RefreshConfiguration configuration) {
    this.work = work;
    this.installed = installed;
    this.scopes = scopes;
    this.accounts = accounts;
    this.configuration = configuration;
    this.progress = new Progress(work, configuration.progressInterval());
  }

  /**
   * Reads and merges these tables, and those that turn out to be missing; the merge is not
   * committed.
   */
  void round(List<AwsTable<?>> wanted) throws SQLException {
    List<Failure> failed = new ArrayList<>();
    Staging staging = Staging.create(work.connection());
    StagedReading reading = new StagedReading(work, staging, configuration, progress, failed);
    List<AwsTable<?>> read = read(wanted, staging, reading);
    progress.merging();
    Merge merge = new Merge(work.connection(), staging, installed, configuration.lockWait());
    merge.run(work.request().id(), read);
    record(merge, read, failed);
  }

  /** Answers what was read, parents first. */
  private List<AwsTable<?>> read(List<AwsTable<?>> wanted, Staging staging, StagedReading reading)
      throws SQLException {
    List<AwsTable<?>> read = new ArrayList<>();
    List<AwsTable<?>> next = wanted;
    while (!next.isEmpty()) {
      staging.add(next);
      reading.run(listings(next));
      read.addAll(next);
      Set<String> missing = MissingTargets.of(work.connection(), read);
      next = installed.stream().filter(table -> missing.contains(table.name())).toList();
    }
    return installed.stream().filter(read::contains).toList();
  }

  private List<Listing> listings(List<AwsTable<?>> tables) throws SQLException {
    TenantAws aws = accounts.open(work.connection());
    Places places = new Places(aws, scopes);
    List<Listing> planned = new ArrayList<>();
    for (AwsTable<?> table : tables) {
      for (AccountRegion place : places.of(table.model().scope(), work.connection())) {
        planned.add(new Listing(++listings, table, place, signedIn(aws, place)));
      }
    }
    work.connection().commit();
    return planned;
  }

  private static Aws signedIn(TenantAws aws, AccountRegion place) {
    return place.accountId() == null ? aws.own() : aws.at(place);
  }

  private void record(Merge merge, List<AwsTable<?>> tables, List<Failure> failed)
      throws SQLException {
    ListingErrors errors = new ListingErrors(work.connection(), work.request().id());
    errors.removeRead();
    for (AwsTable<?> table : tables) {
      MergeCounts changed = merge.counts().get(table.name());
      counts.add(
          new TableCounts(
              table.name(),
              changed.created(),
              changed.updated(),
              changed.deleted(),
              changed.unchanged()));
    }
    merge.failed().forEach((table, fault) -> failed.add(Failure.of(table, fault)));
    for (Failure failure : failed) {
      errors.record(failure);
    }
    if (!failed.isEmpty()) {
      LOG.warnf(
          "listings failed tenant=%s request=%d failed=%d first=%s place=%s code=%s",
          work.tenant().name(),
          work.request().id(),
          failed.size(),
          failed.getFirst().table(),
          failed.getFirst().place(),
          failed.getFirst().fault().code());
    }
    failures.addAll(failed);
  }

  /** Notes what cannot be read at all; each counts as a listing that failed. */
  void unreadable(Map<String, Fault> tables) throws SQLException {
    ListingErrors errors = new ListingErrors(work.connection(), work.request().id());
    for (Map.Entry<String, Fault> table : tables.entrySet()) {
      Failure failure = Failure.of(table.getKey(), table.getValue());
      errors.record(failure);
      failures.add(failure);
      listings++;
    }
  }

  RefreshReport report() {
    return new RefreshReport(List.copyOf(counts), List.copyOf(failures), listings);
  }
}
