package dev.iasql.sync.refresh;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Listings under way: several at once, and what they tell in one queue. The queue is bounded, so
 * memory does not grow with what AWS has.
 */
final class Reading implements AutoCloseable {
  private final BlockingQueue<ListingEvent> events;
  private final ExecutorService threads;

  Reading(List<Listing> listings, RefreshConfiguration configuration) {
    this.events = new ArrayBlockingQueue<>(configuration.queuedBatches());
    this.threads =
        Executors.newFixedThreadPool(
            configuration.concurrentListings(), Thread.ofVirtual().name("listing-", 0).factory());
    for (Listing listing : listings) {
      threads.execute(ListingTask.of(listing, configuration.batchRows(), events));
    }
  }

  /** What comes next, or empty if nothing came in time. */
  Optional<ListingEvent> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(events.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Gives up what is still under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
