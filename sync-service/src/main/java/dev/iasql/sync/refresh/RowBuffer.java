package dev.iasql.sync.refresh;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Collects rows in the text format of {@code COPY}. */
final class RowBuffer {
  /** Rows differ in size; this bounds what waits for the database whatever they hold. */
  private static final int MOST_CHARACTERS = 256 * 1024;

  private final Listing listing;
  private final int mostRows;
  private final StringBuilder text = new StringBuilder();
  private int rows;

  RowBuffer(Listing listing, int mostRows) {
    this.listing = listing;
    this.mostRows = mostRows;
  }

  /**
   * @param values one per column, {@code null} for NULL
   */
  void add(List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text.append('\t');
      }
      append(values.get(i));
    }
    text.append('\n');
    rows++;
  }

  private void append(String value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      switch (character) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(character);
      }
    }
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows >= mostRows || text.length() >= MOST_CHARACTERS;
  }

  /** The rows so far; the buffer is empty afterwards. */
  ListingEvent.Rows take() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    ListingEvent.Rows taken = new ListingEvent.Rows(listing, bytes, rows);
    text.setLength(0);
    rows = 0;
    return taken;
  }
}
