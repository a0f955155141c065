package dev.iasql.sync.refresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of AWS is read at once. */
@ConfigMapping(prefix = "iasql.sync")
public interface RefreshConfiguration {
  /** How many listings of one request run at the same time. */
  @WithDefault("16")
  int concurrentListings();

  /** How many rows are handed to the database in one piece. */
  @WithDefault("500")
  int batchRows();

  /** How many pieces may wait for the database before listings have to wait. */
  @WithDefault("16")
  int queuedBatches();

  /** The least time between two reports of progress. */
  @WithDefault("250ms")
  Duration progressInterval();

  /** How long a merge waits for rows that somebody else's transaction has locked. */
  @WithDefault("10s")
  Duration lockWait();
}
