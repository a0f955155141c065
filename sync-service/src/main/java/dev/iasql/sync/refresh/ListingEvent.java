package dev.iasql.sync.refresh;

import dev.iasql.core.error.Fault;
import java.util.Optional;

/** What a listing tells while it runs. */
sealed interface ListingEvent {
  Listing listing();

  /**
   * Some of its rows.
   *
   * @param copyText as {@code COPY … FROM STDIN} takes them
   * @param count how many they are
   */
  record Rows(Listing listing, byte[] copyText, int count) implements ListingEvent {}

  /**
   * It is over; nothing else follows.
   *
   * @param fault why it failed, if it did; then the rows it gave are not all there are
   */
  record Ended(Listing listing, Optional<Fault> fault) implements ListingEvent {}
}
