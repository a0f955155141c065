package dev.iasql.sync.plan;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a plan of everything that is pending. Pure: the same changes give the same plan.
 *
 * <p>What is made or changed comes first, what is referred to before what refers to it; what is
 * deleted comes last, what refers to it first.
 */
public final class Planner {
  private final TableGraph graph;

  public Planner(TableGraph graph) {
    this.graph = graph;
  }

  public Plan plan(List<Change> changes, PlanContext context) {
    Folding folding = new Folding(graph, changes);
    Map<RowKey, Change> pending = new LinkedHashMap<>();
    for (Change change : changes) {
      if (!folding.isFolded(change)) {
        pending.put(change.key(), change);
      }
    }
    Needs needs = new Needs(graph, folding, pending.values());
    Map<RowKey, Fault> refused = new LinkedHashMap<>();
    Objections objections = new Objections(graph, context, changes);
    for (Change change : pending.values()) {
      objections.to(change).ifPresent(fault -> refused.put(change.key(), fault));
    }
    List<Change> order = new StepOrder(graph, needs).order(pending.values());
    Set<RowKey> inCircle = new LinkedHashSet<>(pending.keySet());
    order.forEach(change -> inCircle.remove(change.key()));
    inCircle.forEach(key -> refused.putIfAbsent(key, circle(key)));
    refuseWhatNeedsThem(order, needs, refused);
    return new Plan(steps(order, needs, folding, refused), refusals(pending, refused));
  }

  private static void refuseWhatNeedsThem(
      List<Change> order, Needs needs, Map<RowKey, Fault> refused) {
    for (Change change : order) {
      for (RowKey needed : needs.of(change.key())) {
        if (refused.containsKey(needed)) {
          refused.putIfAbsent(change.key(), waits(change, needed));
        }
      }
    }
  }

  private static List<Step> steps(
      List<Change> order, Needs needs, Folding folding, Map<RowKey, Fault> refused) {
    Map<RowKey, Integer> numbers = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    for (Change change : order) {
      if (!refused.containsKey(change.key())) {
        int number = steps.size() + 1;
        numbers.put(change.key(), number);
        Set<Integer> needed = new TreeSet<>();
        needs.of(change.key()).forEach(key -> needed.add(numbers.get(key)));
        steps.add(new Step(number, change, folding.foldedInto(change.key()), needed));
      }
    }
    return steps;
  }

  private static List<Refused> refusals(Map<RowKey, Change> pending, Map<RowKey, Fault> refused) {
    List<Refused> refusals = new ArrayList<>();
    refused.forEach((key, fault) -> refusals.add(new Refused(pending.get(key), fault)));
    return refusals;
  }

  private static Fault waits(Change change, RowKey needed) {
    return new Fault(
        ErrorCode.CHANGE_NOT_POSSIBLE,
        "%s waits for %s, which cannot be carried out".formatted(change.key(), needed),
        null,
        "Correct %s first.".formatted(needed));
  }

  private static Fault circle(RowKey key) {
    return new Fault(
        ErrorCode.CHANGE_NOT_POSSIBLE,
        "%s refers to rows that refer to each other in a circle".formatted(key),
        null,
        "Leave one of the references out, commit, then set it and commit again.");
  }
}
