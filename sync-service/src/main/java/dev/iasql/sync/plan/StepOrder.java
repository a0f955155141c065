package dev.iasql.sync.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The order of operations; among those that could come next it is always the same. */
final class StepOrder {
  private final TableGraph graph;
  private final Needs needs;

  StepOrder(TableGraph graph, Needs needs) {
    this.graph = graph;
    this.needs = needs;
  }

  /** All changes, each after what it needs; those that need each other are left out. */
  List<Change> order(Collection<Change> changes) {
    Map<RowKey, Set<RowKey>> open = new HashMap<>();
    Map<RowKey, List<Change>> neededBy = new HashMap<>();
    PriorityQueue<Change> ready = new PriorityQueue<>(byPlace());
    for (Change change : changes) {
      Set<RowKey> needed = new HashSet<>(needs.of(change.key()));
      open.put(change.key(), needed);
      needed.forEach(key -> neededBy.computeIfAbsent(key, k -> new ArrayList<>()).add(change));
      if (needed.isEmpty()) {
        ready.add(change);
      }
    }
    List<Change> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Change next = ready.remove();
      order.add(next);
      for (Change waiting : neededBy.getOrDefault(next.key(), List.of())) {
        Set<RowKey> left = open.get(waiting.key());
        left.remove(next.key());
        if (left.isEmpty()) {
          ready.add(waiting);
        }
      }
    }
    return order;
  }

  private Comparator<Change> byPlace() {
    return Comparator.comparingInt(this::place)
        .thenComparing(change -> change.table().name())
        .thenComparing(change -> change.key().toString())
        .thenComparing(change -> change.key().scope().toString());
  }

  /** Parents first, then all that is deleted, children first. */
  private int place(Change change) {
    int place = graph.place(change.table());
    return change instanceof Change.Delete ? Integer.MAX_VALUE - place : place;
  }
}
