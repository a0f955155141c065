package dev.iasql.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every plan, whatever somebody did to the rows. */
class PlanPropertiesTest {
  private static final Set<String> WRITABLE =
      Set.of("options", "net", "piece", "door", "grp", "rule");

  private final Map<RowKey, Change> changes = new HashMap<>();

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPlanKeepsToTheRules(int seed) {
    List<Change> pending = somethingPending(new Random(seed));

    Plan plan =
        new Planner(SampleTables.GRAPH)
            .plan(pending, new PlanContext(WRITABLE, key -> Optional.empty(), Map.of()));

    everyChangeIsAccountedForOnce(plan, pending);
    stepsComeAfterWhatTheyNeed(plan);
    deletesComeLast(plan);
    nothingIsUsedBeforeItExistsOrAfterItIsGone(plan);
  }

  private static void everyChangeIsAccountedForOnce(Plan plan, List<Change> pending) {
    List<RowKey> accounted = new ArrayList<>();
    for (Step step : plan.steps()) {
      accounted.add(step.change().key());
      step.folded().forEach(folded -> accounted.add(folded.key()));
    }
    plan.refused().forEach(refused -> accounted.add(refused.change().key()));
    assertThat(accounted).doesNotHaveDuplicates();
    List<RowKey> planned = new ArrayList<>();
    pending.forEach(change -> planned.add(change.key()));
    assertThat(planned).containsAll(accounted);
    // What is folded into something refused is not told apart from it.
    List<Change> rest =
        pending.stream().filter(change -> !accounted.contains(change.key())).toList();
    assertThat(rest).allMatch(change -> change instanceof Change.Delete);
    if (plan.refused().isEmpty()) {
      assertThat(rest).isEmpty();
    }
  }

  private static void stepsComeAfterWhatTheyNeed(Plan plan) {
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      assertThat(step.number()).isEqualTo(i + 1);
      assertThat(step.needs()).allMatch(needed -> needed < step.number());
    }
  }

  private static void deletesComeLast(Plan plan) {
    List<Boolean> deletes =
        plan.steps().stream().map(step -> step.change() instanceof Change.Delete).toList();
    assertThat(deletes).isSorted();
  }

  /** Does the plan on paper: every reference of every living row leads to a living row. */
  private void nothingIsUsedBeforeItExistsOrAfterItIsGone(Plan plan) {
    Set<RowKey> missing = new HashSet<>();
    changes.forEach(
        (key, change) -> {
          if (change instanceof Change.Create) {
            missing.add(key);
          }
        });
    Map<RowKey, Change> alive = new HashMap<>();
    changes.forEach(
        (key, change) -> {
          if (change instanceof Change.Delete) {
            alive.put(key, change);
          }
        });
    for (Step step : plan.steps()) {
      switch (step.change()) {
        case Change.Create create -> {
          assertThat(targets(create)).noneMatch(missing::contains);
          missing.remove(create.key());
        }
        case Change.Update update -> assertThat(targets(update)).noneMatch(missing::contains);
        case Change.Delete delete -> {
          alive.remove(delete.key());
          step.folded().forEach(folded -> alive.remove(folded.key()));
          Set<RowKey> gone = new HashSet<>(Set.of(delete.key()));
          step.folded().forEach(folded -> gone.add(folded.key()));
          for (Change rest : alive.values()) {
            assertThat(targets(rest)).noneMatch(gone::contains);
          }
        }
      }
    }
  }

  private static List<RowKey> targets(Change change) {
    return SampleTables.GRAPH.references(change.table(), change.row()).stream()
        .map(RowReference::target)
        .filter(target -> !target.equals(change.key()))
        .toList();
  }

  /** Rows that refer only to rows that PostgreSQL's foreign keys would let them refer to. */
  private List<Change> somethingPending(Random random) {
    Map<String, List<String>> wanted = new HashMap<>();
    Map<String, List<String>> seen = new HashMap<>();
    for (String table : List.of("options", "net", "piece", "grp", "rule")) {
      wanted.put(table, new ArrayList<>());
      seen.put(table, new ArrayList<>());
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        addSomething(random, table, i, wanted, seen);
      }
    }
    List<Change> pending = new ArrayList<>(changes.values());
    Collections.shuffle(pending, random);
    return pending;
  }

  private void addSomething(
      Random random,
      String table,
      int number,
      Map<String, List<String>> wanted,
      Map<String, List<String>> seen) {
    int kind = random.nextInt(3);
    if (kind == 0) {
      add(SampleTables.create(table, columns(random, table, "new-" + table + number, wanted)));
      wanted.get(table).add("new-" + table + number);
    } else if (kind == 1) {
      add(SampleTables.delete(table, columns(random, table, table + "-" + number, seen)));
      seen.get(table).add(table + "-" + number);
    } else {
      ObjectNode before =
          SampleTables.row(table, columns(random, table, table + "-" + number, seen));
      ObjectNode after = before.deepCopy();
      if (table.equals("net")) {
        after.put("names", true);
        after.put("options_id", oneOf(random, wanted.get("options")));
      }
      if (table.equals("grp") && random.nextBoolean()) {
        after.putArray("piece_ids").add(oneOf(random, wanted.get("piece")));
      }
      Change update = SampleTables.update(before, after, table);
      if (!((Change.Update) update).columns().isEmpty()) {
        add(update);
      }
    }
  }

  private void add(Change change) {
    changes.put(change.key(), change);
  }

  private static Object[] columns(
      Random random, String table, String id, Map<String, List<String>> targets) {
    return switch (table) {
      case "options" -> new Object[] {"options_id", id};
      case "net" ->
          new Object[] {
            "net_id",
            id,
            "cidr_block",
            random.nextInt(8) == 0 ? null : "10.0.0.0/16",
            "options_id",
            oneOf(random, targets.get("options"))
          };
      case "piece" -> new Object[] {"piece_id", id, "net_id", oneOf(random, targets.get("net"))};
      case "grp" ->
          new Object[] {
            "grp_id",
            id,
            "net_id",
            oneOf(random, targets.get("net")),
            "aws_managed",
            id.startsWith("grp-") && random.nextBoolean()
          };
      default ->
          new Object[] {
            "rule_id", id,
            "grp_id", oneOf(random, targets.get("grp")),
            "other_grp_id", oneOf(random, targets.get("grp"))
          };
    };
  }

  private static String oneOf(Random random, List<String> ids) {
    return ids.isEmpty() || random.nextInt(5) == 0 ? null : ids.get(random.nextInt(ids.size()));
  }
}
