package dev.iasql.sync.plan;

import static dev.iasql.sync.plan.SampleTables.row;
import static dev.iasql.sync.plan.SampleTables.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {

  @Test
  void marksOnlyColumnsThatMovedInAwsWhileTheyWerePending() {
    Change before =
        update(
            row("net", "net_id", "net-1", "names", false, "options_id", "options-1"),
            row("net", "net_id", "net-1", "names", true, "options_id", "options-3"),
            "net");
    Change after =
        update(
            row("net", "net_id", "net-1", "names", false, "options_id", "options-2"),
            row("net", "net_id", "net-1", "names", true, "options_id", "options-3"),
            "net");

    List<Change> marked = Conflicts.mark(List.of(before), List.of(after));

    Change.Update update = (Change.Update) marked.getFirst();
    assertThat(update.columns().get("options_id").conflict()).isTrue();
    assertThat(update.columns().get("options_id").from().asText()).isEqualTo("options-2");
    assertThat(update.columns().get("names").conflict()).isNull();
  }
}
