package dev.iasql.sync.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks the columns that both the user and AWS changed: those whose last seen value moved while the
 * change was pending.
 */
public final class Conflicts {
  private Conflicts() {}

  /**
   * @param before what was pending before AWS was read again
   * @param after what is pending now
   * @return the latter, marked
   */
  public static List<Change> mark(List<Change> before, List<Change> after) {
    Map<RowKey, Change.Update> earlier = new HashMap<>();
    for (Change change : before) {
      if (change instanceof Change.Update update) {
        earlier.put(update.key(), update);
      }
    }
    return after.stream()
        .map(
            change ->
                change instanceof Change.Update update && earlier.containsKey(update.key())
                    ? marked(earlier.get(update.key()), update)
                    : change)
        .toList();
  }

  private static Change.Update marked(Change.Update earlier, Change.Update update) {
    Map<String, ColumnChange> columns = new LinkedHashMap<>();
    update
        .columns()
        .forEach(
            (name, column) -> {
              ColumnChange was = earlier.columns().get(name);
              boolean conflict = was != null && !was.from().equals(column.from());
              columns.put(
                  name, conflict ? new ColumnChange(column.from(), column.to(), true) : column);
            });
    return new Change.Update(
        update.table(), update.key(), update.before(), update.after(), columns);
  }
}
