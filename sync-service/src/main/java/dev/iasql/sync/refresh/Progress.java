package dev.iasql.sync.refresh;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.iasql.core.Json;
import dev.iasql.core.request.Work;
import java.time.Duration;

/** Shows others how far a refresh is, but not more often than they could look. */
final class Progress {
  /**
   * As users see it in {@code iasql_requests()}.
   *
   * @param doing {@code reading} or {@code merging}
   * @param rows read so far, of all tables
   * @param listings how many tables in an account and region are to be read
   * @param ended how many of them have been
   * @param table what was last heard of, with its account and region
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Shown(
      String doing,
      long rows,
      int listings,
      int ended,
      String table,
      String accountId,
      String region) {}

  private final Work work;
  private final long intervalNanos;
  private long shownAt;
  private int listings;
  private int ended;
  private long rows;
  private Listing last;

  Progress(Work work, Duration interval) {
    this.work = work;
    this.intervalNanos = interval.toNanos();
    this.shownAt = System.nanoTime() - intervalNanos;
  }

  void planned(int more) {
    listings += more;
  }

  void read(Listing listing, int moreRows) {
    last = listing;
    rows += moreRows;
    showIfDue();
  }

  void ended(Listing listing) {
    last = listing;
    ended++;
    showIfDue();
  }

  void showIfDue() {
    if (System.nanoTime() - shownAt >= intervalNanos) {
      show("reading");
    }
  }

  void merging() {
    last = null;
    show("merging");
  }

  private void show(String doing) {
    shownAt = System.nanoTime();
    work.progress(
        Json.MAPPER.valueToTree(
            new Shown(
                doing,
                rows,
                listings,
                ended,
                last == null ? null : last.table().name(),
                last == null ? null : last.place().accountId(),
                last == null ? null : last.place().region())));
  }
}
