package dev.iasql.sync.plan;

import static dev.iasql.sync.plan.SampleTables.create;
import static dev.iasql.sync.plan.SampleTables.delete;
import static dev.iasql.sync.plan.SampleTables.row;
import static dev.iasql.sync.plan.SampleTables.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
  private static final Set<String> WRITABLE =
      Set.of("options", "net", "piece", "door", "grp", "rule");

  private static Plan plan(Change... changes) {
    return plan(Map.of(), changes);
  }

  private static Plan plan(Map<RowKey, Fault> leftOvers, Change... changes) {
    return new Planner(SampleTables.GRAPH)
        .plan(List.of(changes), new PlanContext(WRITABLE, key -> Optional.empty(), leftOvers));
  }

  private static Change net(String id) {
    return create("net", "net_id", id, "cidr_block", "10.0.0.0/16");
  }

  private static List<String> steps(Plan plan) {
    return plan.steps().stream()
        .map(step -> step.change().action() + " " + step.change().key())
        .toList();
  }

  static Stream<Arguments> orders() {
    return Stream.of(
        argumentSet(
            "what is referred to is created first",
            new Change[] {
              create("rule", "rule_id", "new-r", "grp_id", "new-g"),
              create("piece", "piece_id", "new-p", "net_id", "new-n"),
              create("grp", "grp_id", "new-g", "net_id", "new-n"),
              net("new-n")
            },
            List.of(
                "create net new-n", "create piece new-p", "create grp new-g", "create rule new-r")),
        argumentSet(
            "ids in a list count like references",
            new Change[] {
              create("grp", "grp_id", "new-g", "net_id", "net-1", "piece_ids", List.of("new-p")),
              create("piece", "piece_id", "new-p", "net_id", "net-1")
            },
            List.of("create piece new-p", "create grp new-g")),
        argumentSet(
            "what refers is deleted first",
            new Change[] {
              delete("net", "net_id", "net-1"),
              delete("piece", "piece_id", "piece-1", "net_id", "net-1"),
              delete("door", "piece_id", "piece-1", "door_name", "front")
            },
            List.of("delete door piece-1 front", "delete piece piece-1", "delete net net-1")),
        argumentSet(
            "deletes come last",
            new Change[] {
              delete("door", "piece_id", "piece-1", "door_name", "front"),
              create("door", "piece_id", "piece-1", "door_name", "back"),
              delete("options", "options_id", "options-1"),
              update(
                  row("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16"),
                  row("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16", "names", true),
                  "net")
            },
            List.of(
                "update net net-1",
                "create door piece-1 back",
                "delete door piece-1 front",
                "delete options options-1")),
        argumentSet(
            "parts and what AWS made go with what they belong to",
            new Change[] {
              delete("rule", "rule_id", "rule-1", "grp_id", "grp-1", "other_grp_id", "grp-1"),
              delete("rule", "rule_id", "rule-2", "grp_id", "grp-2"),
              delete("grp", "grp_id", "grp-1", "net_id", "net-1", "aws_managed", true),
              delete("grp", "grp_id", "grp-2", "net_id", "net-1", "aws_managed", false),
              delete("net", "net_id", "net-1")
            },
            List.of("delete grp grp-2", "delete net net-1")),
        argumentSet(
            "a part that also refers to something else deleted is deleted before both",
            new Change[] {
              delete("grp", "grp_id", "grp-1", "net_id", "net-1", "aws_managed", false),
              delete("grp", "grp_id", "grp-2", "net_id", "net-1", "aws_managed", false),
              delete("rule", "rule_id", "rule-1", "grp_id", "grp-1", "other_grp_id", "grp-2"),
              delete("rule", "rule_id", "rule-2", "grp_id", "grp-2", "other_grp_id", "grp-1"),
              delete("rule", "rule_id", "rule-3", "grp_id", "grp-1")
            },
            List.of(
                "delete rule rule-1",
                "delete rule rule-2",
                "delete grp grp-1",
                "delete grp grp-2")));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void putsWhatIsPendingInOrder(Change[] changes, List<String> order) {
    Plan plan = plan(changes);

    assertThat(plan.refused()).isEmpty();
    assertThat(steps(plan)).isEqualTo(order);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        argumentSet(
            "a column that is fixed at creation",
            update(
                row("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16"),
                row("net", "net_id", "net-1", "cidr_block", "10.9.0.0/16"),
                "net"),
            ErrorCode.CHANGE_NOT_POSSIBLE,
            "column cidr_block of net net-1 cannot be changed in place",
            "UPDATE net SET cidr_block = '10.0.0.0/16' WHERE net_id = 'net-1';"),
        argumentSet(
            "an id AWS does not know",
            create("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16"),
            ErrorCode.CHANGE_NOT_POSSIBLE,
            "net net-1 does not exist in AWS",
            "Delete the row, or insert a new one whose net_id begins with new-"),
        argumentSet(
            "no value where AWS needs one",
            create("net", "net_id", "new-1"),
            ErrorCode.CHANGE_NOT_POSSIBLE,
            "net new-1 has no value in column cidr_block",
            "UPDATE net SET cidr_block"),
        argumentSet(
            "a placeholder that is no row",
            create("grp", "grp_id", "new-1", "net_id", "net-1", "piece_ids", List.of("new-typo")),
            ErrorCode.CHANGE_NOT_POSSIBLE,
            "column piece_ids of grp new-1 refers to piece new-typo, which is no row",
            "Insert that row"),
        argumentSet(
            "what AWS made, deleted on its own",
            delete("grp", "grp_id", "grp-1", "net_id", "net-1", "aws_managed", true),
            ErrorCode.CHANGE_NOT_POSSIBLE,
            "grp grp-1 was made by AWS and cannot be deleted on its own",
            "INSERT INTO grp SELECT * FROM cloud.grp WHERE grp_id = 'grp-1';"),
        argumentSet(
            "a table that only shows",
            delete("sight", "sight_name", "old"),
            ErrorCode.READ_ONLY_TABLE,
            "table sight only shows what AWS has",
            "iasql_rollback()"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWhatCannotBeDone(Change change, ErrorCode code, String message, String hint) {
    Plan plan = plan(change);

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.refused())
        .singleElement()
        .extracting(Refused::fault)
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.message()).contains(message);
              assertThat(fault.hint()).contains(hint);
            });
  }

  @Test
  void aResourceThatMovedToAnotherRegionIsNeitherMadeNorDeleted() {
    Plan plan =
        plan(
            delete("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16"),
            create("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16", "region", "us-east-1"));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.refused())
        .hasSize(2)
        .allSatisfy(
            refused ->
                assertThat(refused.fault().message())
                    .isEqualTo("net net-1 cannot move to another account or region"));
  }

  @Test
  void whatNeedsSomethingRefusedIsRefusedTooAndTheRestIsNot() {
    Plan plan =
        plan(
            create("net", "net_id", "new-bad"),
            net("new-good"),
            create("piece", "piece_id", "new-1", "net_id", "new-bad"),
            create("door", "piece_id", "new-1", "door_name", "front"),
            create("piece", "piece_id", "new-2", "net_id", "new-good"));

    assertThat(steps(plan)).containsExactly("create net new-good", "create piece new-2");
    assertThat(plan.refused())
        .extracting(refused -> refused.fault().message())
        .containsExactly(
            "net new-bad has no value in column cidr_block",
            "piece new-1 waits for net new-bad, which cannot be carried out",
            "door new-1 front waits for piece new-1, which cannot be carried out");
  }

  @Test
  void aPartOfAGroupAwsMadeIsKeptWithTheGroupThatCannotBeDeleted() {
    Plan plan =
        plan(
            delete("rule", "rule_id", "rule-1", "grp_id", "grp-1"),
            delete("grp", "grp_id", "grp-1", "net_id", "net-1", "aws_managed", true));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.refused())
        .singleElement()
        .extracting(refused -> refused.change().key().id())
        .isEqualTo("grp-1");
  }

  @Test
  void somethingUsedIsDeletedOnlyAfterTheUpdateThatFreesIt() {
    Plan plan =
        plan(
            delete("options", "options_id", "options-1"),
            update(
                row(
                    "net",
                    "net_id",
                    "net-1",
                    "cidr_block",
                    "10.0.0.0/16",
                    "options_id",
                    "options-1"),
                row("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16"),
                "net"));

    assertThat(steps(plan)).containsExactly("update net net-1", "delete options options-1");
    assertThat(plan.steps().get(1).needs()).containsExactly(1);
  }

  @Test
  void aRowAnEarlierCommitLeftOverIsNotRepeated() {
    Change leftOver = net("new-1");
    Fault fault = new Fault(ErrorCode.OUTCOME_UNKNOWN, "interrupted", null, "compare");

    Plan plan = plan(Map.of(leftOver.key(), fault), leftOver, net("new-2"));

    assertThat(steps(plan)).containsExactly("create net new-2");
    assertThat(plan.refused()).containsExactly(new Refused(leftOver, fault));
  }

  @Test
  void anAccountNobodyCanSignInToIsRefused() {
    Fault fault = new Fault(ErrorCode.AWS_CREDENTIALS, "no sign-in", null, null);

    Plan plan =
        new Planner(SampleTables.GRAPH)
            .plan(
                List.of(net("new-1")),
                new PlanContext(WRITABLE, key -> Optional.of(fault), Map.of()));

    assertThat(plan.refused()).extracting(Refused::fault).containsExactly(fault);
  }
}
