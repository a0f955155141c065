package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.core.Json;
import dev.iasql.core.error.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of {@code iasql_preview()}.
 *
 * @param step place in the order; {@code null} for what is refused
 * @param action {@code create}, {@code update}, {@code delete} or {@code refused}
 * @param changes each changed column with {@code from} and {@code to}; what is refused has {@code
 *     problem} and {@code hint} instead
 */
public record PreviewRow(
    Integer step,
    String action,
    String tableName,
    String id,
    String description,
    JsonNode changes) {

  /** The plan as rows: the steps in order, then what is refused. */
  public static List<PreviewRow> of(Plan plan) {
    List<PreviewRow> rows = new ArrayList<>();
    for (Step step : plan.steps()) {
      rows.add(row(step.number(), step.change().action(), step.change(), changes(step.change())));
    }
    for (Refused refused : plan.refused()) {
      rows.add(row(null, "refused", refused.change(), refusal(refused.fault())));
    }
    return rows;
  }

  private static PreviewRow row(Integer step, String action, Change change, JsonNode changes) {
    return new PreviewRow(
        step,
        action,
        change.table().name(),
        change.key().id(),
        RowDescription.of(change.table(), change.row()),
        changes);
  }

  private static JsonNode changes(Change change) {
    return switch (change) {
      case Change.Create create -> values(create, "to");
      case Change.Update update -> Json.MAPPER.valueToTree(update.columns());
      case Change.Delete delete -> values(delete, "from");
    };
  }

  /** The columns a user decides, as far as they have a value. */
  private static JsonNode values(Change change, String side) {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    for (ColumnModel column : change.table().wantedColumns()) {
      JsonNode value = change.row().path(column.name());
      if (!value.isNull()) {
        ObjectNode both = changes.putObject(column.name()).putNull("from").putNull("to");
        both.set(side, value);
      }
    }
    return changes;
  }

  private static JsonNode refusal(Fault fault) {
    return Json.MAPPER.createObjectNode().put("problem", fault.message()).put("hint", fault.hint());
  }
}
