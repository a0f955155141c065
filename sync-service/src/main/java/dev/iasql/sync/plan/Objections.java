package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.sql.Identifiers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What speaks against a single change, whatever becomes of the others. */
final class Objections {
  private record Moving(String table, Object ownKey) {}

  private final TableGraph graph;
  private final PlanContext context;
  private final Set<RowKey> created = new HashSet<>();
  private final Set<Moving> createdWithId = new HashSet<>();
  private final Set<Moving> deletedWithId = new HashSet<>();

  Objections(TableGraph graph, PlanContext context, List<Change> changes) {
    this.graph = graph;
    this.context = context;
    for (Change change : changes) {
      switch (change) {
        case Change.Create create -> {
          created.add(create.key());
          createdWithId.add(moving(create));
        }
        case Change.Delete delete -> deletedWithId.add(moving(delete));
        case Change.Update update -> {}
      }
    }
  }

  Optional<Fault> to(Change change) {
    return Stream.of(
            leftOver(change),
            readOnly(change),
            own(change),
            context.unreachable().apply(change.key()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Fault> own(Change change) {
    return switch (change) {
      case Change.Create create -> toCreate(create);
      case Change.Update update -> toUpdate(update);
      case Change.Delete delete -> toDelete(delete);
    };
  }

  private Optional<Fault> leftOver(Change change) {
    return Optional.ofNullable(context.leftOvers().get(change.key()));
  }

  private Optional<Fault> readOnly(Change change) {
    return context.writable().contains(change.table().name())
        ? Optional.empty()
        : fault(
            ErrorCode.READ_ONLY_TABLE,
            "table %s only shows what AWS has".formatted(change.table().name()),
            "SELECT * FROM iasql_rollback() takes the change back.");
  }

  private Optional<Fault> toCreate(Change.Create create) {
    if (create.table().assignedId().isPresent() && !graph.isPlaceholder(create.key())) {
      return deletedWithId.contains(moving(create)) ? moved(create) : gone(create);
    }
    return missing(create).or(() -> unknownPlaceholder(create));
  }

  private static Optional<Fault> gone(Change.Create create) {
    return impossible(
        "%s does not exist in AWS".formatted(create.key()),
        "Delete the row, or insert a new one whose %s begins with %s."
            .formatted(create.table().assignedId().orElseThrow().name(), TableGraph.PLACEHOLDER));
  }

  private static Optional<Fault> moved(Change change) {
    return impossible(
        "%s cannot move to another account or region".formatted(change.key()),
        "Change its account_id and region back; to have such a resource elsewhere, insert a new"
            + " row there.");
  }

  private static Optional<Fault> missing(Change change) {
    for (ColumnModel column : change.table().ownColumns()) {
      if (column.required() && change.row().path(column.name()).isNull()) {
        return impossible(
            "%s has no value in column %s".formatted(change.key(), column.name()),
            "AWS needs it: UPDATE %s SET %s = … for this row."
                .formatted(change.table().name(), column.name()));
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> unknownPlaceholder(Change change) {
    for (RowReference reference : graph.references(change.table(), change.row())) {
      if (graph.isPlaceholder(reference.target()) && !created.contains(reference.target())) {
        return impossible(
            "column %s of %s refers to %s, which is no row"
                .formatted(reference.column(), change.key(), reference.target()),
            "Insert that row, or correct the column.");
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> toUpdate(Change.Update update) {
    for (ColumnModel column : update.table().columns()) {
      if (column.role() == Role.IMMUTABLE && update.columns().containsKey(column.name())) {
        return impossible(
            "column %s of %s cannot be changed in place: it is fixed when the resource is created"
                .formatted(column.name(), update.key()),
            "To replace the resource, delete the row and insert a new one; to keep it: %s"
                .formatted(undo(update, column.name())));
      }
    }
    return missing(update).or(() -> unknownPlaceholder(update));
  }

  private Optional<Fault> toDelete(Change.Delete delete) {
    if (delete.table().assignedId().isPresent() && createdWithId.contains(moving(delete))) {
      return moved(delete);
    }
    return Folding.isAwsManaged(delete) ? awsManaged(delete) : Optional.empty();
  }

  private static Optional<Fault> awsManaged(Change.Delete delete) {
    String table = delete.table().name();
    return impossible(
        "%s was made by AWS and cannot be deleted on its own".formatted(delete.key()),
        "It goes with the resource it belongs to. To keep the row:"
            + " INSERT INTO %s SELECT * FROM cloud.%s WHERE %s;"
                .formatted(table, table, condition(delete)));
  }

  private static String undo(Change.Update update, String column) {
    JsonNode before = update.before().path(column);
    if (before.isContainerNode()) {
      return "SELECT * FROM iasql_rollback();";
    }
    String value = before.isNull() ? "NULL" : Identifiers.literal(before.asText());
    return "UPDATE %s SET %s = %s WHERE %s;"
        .formatted(update.table().name(), column, value, condition(update));
  }

  private static String condition(Change change) {
    List<String> terms =
        change.key().own().entrySet().stream()
            .map(key -> key.getKey() + " = " + Identifiers.literal(key.getValue()))
            .toList();
    return String.join(" AND ", terms);
  }

  private static Moving moving(Change change) {
    return new Moving(change.table().name(), change.key().own());
  }

  private static Optional<Fault> impossible(String message, String hint) {
    return fault(ErrorCode.CHANGE_NOT_POSSIBLE, message, hint);
  }

  private static Optional<Fault> fault(ErrorCode code, String message, String hint) {
    return Optional.of(new Fault(code, message, null, hint));
  }
}
