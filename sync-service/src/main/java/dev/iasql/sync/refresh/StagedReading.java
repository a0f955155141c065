package dev.iasql.sync.refresh;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.request.ConnectionLoss;
import dev.iasql.core.request.Work;
import dev.iasql.sync.merge.Staging;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Runs listings side by side and stages their rows on the one connection of the request. */
final class StagedReading {
  private static final Logger LOG = Logger.getLogger(StagedReading.class);

  /** Like a lost connection: whoever works for the tenant next takes the request up again. */
  private static final String ADMIN_SHUTDOWN = "57P01";

  private final Work work;
  private final Staging staging;
  private final RefreshConfiguration configuration;
  private final Progress progress;
  private final List<RefreshReport.Failure> failures;
  private final Set<Integer> refused = new HashSet<>();

  /**
   * @param failures where listings that fail are added
   */
  StagedReading(
      Work work,
      Staging staging,
      RefreshConfiguration configuration,
      Progress progress,
      List<RefreshReport.Failure> failures) {
    this.work = work;
    this.staging = staging;
    this.configuration = configuration;
    this.progress = progress;
    this.failures = failures;
  }

  /** Returns when all listings have ended. */
  void run(List<Listing> listings) throws SQLException {
    progress.planned(listings.size());
    int open = listings.size();
    try (Reading reading = new Reading(listings, configuration)) {
      while (open > 0) {
        Optional<ListingEvent> event = reading.next(configuration.progressInterval());
        if (event.isEmpty()) {
          progress.showIfDue();
          continue;
        }
        switch (event.get()) {
          case ListingEvent.Rows rows -> stage(rows);
          case ListingEvent.Ended ended -> {
            end(ended);
            open--;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("the service stops", ADMIN_SHUTDOWN, e);
    }
  }

  private void stage(ListingEvent.Rows rows) throws SQLException {
    Listing listing = rows.listing();
    if (refused.contains(listing.number())) {
      return;
    }
    try {
      staging.copy(listing.table(), rows.copyText());
      progress.read(listing, rows.count());
    } catch (SQLException e) {
      if (work.connection().isClosed() || ConnectionLoss.caused(e)) {
        throw e;
      }
      work.connection().rollback();
      refused.add(listing.number());
      // The driver's message would quote the row.
      LOG.errorf("rows of AWS do not fit the table listing=%s state=%s", listing, e.getSQLState());
      fail(listing, doNotFit(listing));
    }
  }

  private void end(ListingEvent.Ended ended) throws SQLException {
    Listing listing = ended.listing();
    progress.ended(listing);
    if (refused.contains(listing.number())) {
      staging.discard(listing.table(), listing.number());
    } else if (ended.fault().isPresent()) {
      staging.discard(listing.table(), listing.number());
      fail(listing, ended.fault().get());
    } else {
      staging.complete(listing.table(), listing.place());
    }
  }

  private void fail(Listing listing, Fault fault) {
    LOG.debugf(
        "listing failed tenant=%s request=%d listing=%s code=%s",
        work.tenant().name(), work.request().id(), listing, fault.code());
    failures.add(new RefreshReport.Failure(listing.table().name(), listing.place(), fault));
  }

  private static Fault doNotFit(Listing listing) {
    return new Fault(
        ErrorCode.INTERNAL,
        "what AWS has does not fit the columns of %s".formatted(listing.table().name()),
        null,
        "The rows are as they were. Please report it.");
  }
}
