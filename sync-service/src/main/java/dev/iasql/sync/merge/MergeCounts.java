package dev.iasql.sync.merge;

/** What a merge changed in {@code cloud}, in rows. */
public record MergeCounts(long created, long updated, long deleted, long unchanged) {
  static final MergeCounts NOTHING = new MergeCounts(0, 0, 0, 0);

  MergeCounts withDeleted(long vanished) {
    return new MergeCounts(created, updated, deleted + vanished, unchanged);
  }
}
