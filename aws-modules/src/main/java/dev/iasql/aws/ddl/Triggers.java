package dev.iasql.aws.ddl;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** The triggers a table needs, all in schema {@code public}. */
final class Triggers {
  private static final String NOT_ENGINE = "NOT iasql.by_engine()";

  /** A cascade from the row's parent runs inside the trigger of a foreign key. */
  private static final String DIRECT = "pg_trigger_depth() = 0";

  private final AwsTable<?> table;
  private final TableModel model;
  private final ObjectNames names;

  Triggers(AwsTable<?> table, ObjectNames names) {
    this.table = table;
    this.model = table.model();
    this.names = names;
  }

  List<SqlObject> all() {
    List<SqlObject> triggers = new ArrayList<>();
    if (table.isManaged()) {
      triggers.addAll(guardComputed());
    } else {
      triggers.addAll(guardReadOnly());
    }
    triggers.addAll(mirrorLocal());
    triggers.addAll(goWithOwners());
    return triggers;
  }

  /**
   * The triggers on tables of other modules, as {@code name ON table}: removing this one's tables
   * does not remove them.
   */
  List<String> onTablesBeside(List<String> ownTables) {
    return withOwners().stream()
        .filter(owner -> !ownTables.contains(ownerTable(owner)))
        .map(owner -> "%s ON public.%s".formatted(goesWith(owner), ownerTable(owner)))
        .toList();
  }

  private List<SqlObject> guardComputed() {
    List<String> columns = new ArrayList<>(Constraints.names(model.computedColumns().stream()));
    List<String> conditions = new ArrayList<>(columns.stream().map(Triggers::differs).toList());
    model
        .assignedId()
        .ifPresent(
            id -> {
              columns.add(id.name());
              conditions.add(
                  "(OLD.%1$s NOT LIKE 'new-%%' AND %2$s)".formatted(id.name(), differs(id.name())));
            });
    return refuseChanges(columns, conditions);
  }

  private List<SqlObject> guardReadOnly() {
    List<String> open = Constraints.names(model.localColumns().stream());
    if (open.isEmpty()) {
      return List.of(
          trigger(
              own("read_only"),
              "BEFORE INSERT OR UPDATE OR DELETE",
              DIRECT + " AND " + NOT_ENGINE,
              call("refuse_write", List.of())));
    }
    List<String> fixed =
        Constraints.names(model.columns().stream().filter(column -> !column.isLocal()));
    List<SqlObject> triggers = new ArrayList<>();
    triggers.add(
        trigger(
            own("rows"),
            "BEFORE INSERT OR DELETE",
            DIRECT + " AND " + NOT_ENGINE,
            call("refuse_write", open)));
    triggers.addAll(refuseChanges(fixed, fixed.stream().map(Triggers::differs).toList()));
    return triggers;
  }

  private List<SqlObject> refuseChanges(List<String> columns, List<String> conditions) {
    if (columns.isEmpty()) {
      return List.of();
    }
    return List.of(
        trigger(
            own("computed"),
            "BEFORE UPDATE",
            NOT_ENGINE + " AND (\n    " + anyOf(conditions) + ")",
            call("refuse_computed", columns)));
  }

  private List<SqlObject> mirrorLocal() {
    List<String> columns = Constraints.names(model.localColumns().stream());
    if (columns.isEmpty()) {
      return List.of();
    }
    List<String> keys = Constraints.names(model.key().stream());
    return List.of(
        trigger(
            own("local"),
            "AFTER UPDATE",
            anyOf(columns.stream().map(Triggers::differs).toList()),
            call("mirror_local", List.of(String.join(",", keys), String.join(",", columns)))));
  }

  private List<SqlObject> goWithOwners() {
    return withOwners().stream().map(this::goWithOwner).toList();
  }

  private SqlObject goWithOwner(ColumnModel owner) {
    String name = names.ofTable(ownerTable(owner), goesWith(owner));
    return new SqlObject(
        name,
        ownerTable(owner),
        """
        CREATE TRIGGER %s
          BEFORE DELETE ON public.%s FOR EACH ROW
          EXECUTE FUNCTION %s;"""
            .formatted(
                name,
                ownerTable(owner),
                call(
                    "delete_managed_children",
                    List.of(
                        model.name(),
                        String.join(",", Constraints.referring(owner)),
                        String.join(
                            ",", Constraints.referredTo(owner.reference().orElseThrow()))))));
  }

  /** The references whose target takes along what AWS made; a part goes by its foreign key. */
  private List<ColumnModel> withOwners() {
    return model.awsManaged().isEmpty()
        ? List.of()
        : model.owners().stream()
            .filter(owner -> !owner.reference().orElseThrow().partOf())
            .toList();
  }

  private static String ownerTable(ColumnModel owner) {
    return owner.reference().orElseThrow().table();
  }

  private String goesWith(ColumnModel owner) {
    return "%s_goes_with_%s".formatted(model.name(), owner.name());
  }

  private String own(String what) {
    return names.ofTable(model.name(), model.name() + "_" + what);
  }

  private SqlObject trigger(String name, String event, String condition, String call) {
    return new SqlObject(
        name,
        model.name(),
        """
        CREATE TRIGGER %s
          %s ON public.%s FOR EACH ROW
          WHEN (%s)
          EXECUTE FUNCTION %s;"""
            .formatted(name, event, model.name(), condition, call));
  }

  private static String anyOf(List<String> conditions) {
    return String.join("\n    OR ", conditions);
  }

  private static String differs(String column) {
    return "OLD.%1$s IS DISTINCT FROM NEW.%1$s".formatted(column);
  }

  private static String call(String function, List<String> arguments) {
    List<String> literals = arguments.stream().map(Identifiers::literal).toList();
    return "iasql_internal.%s(%s)".formatted(function, String.join(", ", literals));
  }
}
