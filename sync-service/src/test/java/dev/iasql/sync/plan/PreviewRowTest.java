package dev.iasql.sync.plan;

import static dev.iasql.sync.plan.SampleTables.create;
import static dev.iasql.sync.plan.SampleTables.delete;
import static dev.iasql.sync.plan.SampleTables.row;
import static dev.iasql.sync.plan.SampleTables.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreviewRowTest {

  private static PreviewRow rowOf(Change change) {
    Step step = new Step(3, change, List.of(), Set.of());
    return PreviewRow.of(new Plan(List.of(step), List.of())).getFirst();
  }

  @Test
  void aCreationShowsTheValuesAUserDecides() {
    PreviewRow row =
        rowOf(
            create(
                "net",
                "net_id",
                "new-main",
                "cidr_block",
                "10.0.0.0/16",
                "tags",
                Map.of("Name", "main"),
                "state",
                "available"));

    assertThat(row.step()).isEqualTo(3);
    assertThat(row.action()).isEqualTo("create");
    assertThat(row.id()).isEqualTo("new-main");
    assertThat(row.description()).isEqualTo("main, 10.0.0.0/16");
    assertThat(row.changes().toString())
        .isEqualTo(
            "{\"cidr_block\":{\"from\":null,\"to\":\"10.0.0.0/16\"},"
                + "\"tags\":{\"from\":null,\"to\":{\"Name\":\"main\"}}}");
  }

  @Test
  void anUpdateShowsTheChangedColumns() {
    PreviewRow row =
        rowOf(
            update(
                row("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16", "names", false),
                row("net", "net_id", "net-1", "cidr_block", "10.0.0.0/16", "names", true),
                "net"));

    assertThat(row.changes().toString()).isEqualTo("{\"names\":{\"from\":false,\"to\":true}}");
  }

  @Test
  void aDeletionShowsWhatGoes() {
    PreviewRow row =
        rowOf(delete("door", "piece_id", "p-1", "door_name", "front", "colour", "red"));

    assertThat(row.id()).isEqualTo("p-1 front");
    assertThat(row.changes().toString()).isEqualTo("{\"colour\":{\"from\":\"red\",\"to\":null}}");
  }

  @Test
  void aRefusalHasNoStepAndSaysWhy() {
    Refused refused =
        new Refused(
            create("net", "net_id", "net-1"),
            new Fault(ErrorCode.CHANGE_NOT_POSSIBLE, "it is gone", null, "delete the row"));

    PreviewRow row = PreviewRow.of(new Plan(List.of(), List.of(refused))).getFirst();

    assertThat(row.step()).isNull();
    assertThat(row.action()).isEqualTo("refused");
    assertThat(row.changes().toString())
        .isEqualTo("{\"problem\":\"it is gone\",\"hint\":\"delete the row\"}");
  }
}
