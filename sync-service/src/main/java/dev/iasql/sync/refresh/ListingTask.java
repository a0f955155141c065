package dev.iasql.sync.refresh;

import dev.iasql.aws.client.AwsFaults;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.RowCodec;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import dev.iasql.sync.account.AccountRegion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads one listing, page after page, and hands its rows on; waits while the database is slower
 * than AWS.
 */
final class ListingTask<R extends Record> implements Runnable {
  private static final Logger LOG = Logger.getLogger(ListingTask.class);

  private final Listing listing;
  private final AwsTable<R> table;
  private final RowCodec<R> codec;
  private final BlockingQueue<ListingEvent> events;
  private final RowBuffer buffer;

  private ListingTask(
      Listing listing, AwsTable<R> table, int batchRows, BlockingQueue<ListingEvent> events) {
    this.listing = listing;
    this.table = table;
    this.codec = table.codec();
    this.events = events;
    this.buffer = new RowBuffer(listing, batchRows);
  }

  static Runnable of(Listing listing, int batchRows, BlockingQueue<ListingEvent> events) {
    return of(listing, listing.table(), batchRows, events);
  }

  private static <R extends Record> Runnable of(
      Listing listing, AwsTable<R> table, int batchRows, BlockingQueue<ListingEvent> events) {
    return new ListingTask<>(listing, table, batchRows, events);
  }

  @Override
  public void run() {
    try {
      events.put(new ListingEvent.Ended(listing, fault()));
    } catch (InterruptedException e) {
      // Nobody listens any more: the refresh was given up.
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Fault> fault() throws InterruptedException {
    try {
      read();
      return Optional.empty();
    } catch (SdkException e) {
      return Optional.of(AwsFaults.of(e).fault());
    } catch (IasqlException e) {
      return Optional.of(e.fault());
    } catch (RuntimeException e) {
      LOG.errorf(e, "listing failed unexpectedly listing=%s", listing);
      return Optional.of(
          new Fault(
              ErrorCode.INTERNAL,
              "%s could not be read".formatted(table.name()),
              null,
              "The log of the sync service has the details."));
    }
  }

  private void read() throws InterruptedException {
    try (Stream<R> resources = table.resource().list(listing.aws())) {
      Iterator<R> iterator = resources.iterator();
      while (iterator.hasNext()) {
        buffer.add(row(iterator.next()));
        if (buffer.isFull()) {
          events.put(buffer.take());
        }
      }
    }
    if (!buffer.isEmpty()) {
      events.put(buffer.take());
    }
  }

  /** The columns of the table in order, and the listing's number. */
  private List<String> row(R resource) {
    List<String> row = new ArrayList<>(codec.toText(resource));
    AccountRegion place = listing.place();
    switch (table.model().scope()) {
      case ACCOUNT -> SignInCheck.of(listing, row);
      case GLOBAL -> row.add(place.accountId());
      case REGIONAL -> {
        row.add(place.region());
        row.add(place.accountId());
      }
    }
    row.add(Integer.toString(listing.number()));
    return row;
  }
}
