package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables and how their rows refer to each other, by their columns and by the account and region
 * every row belongs to.
 */
public final class TableGraph {
  /** What every value that stands for an id AWS will assign begins with. */
  static final String PLACEHOLDER = "new-";

  private final Map<String, TableModel> tables = new LinkedHashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * @param parentsFirst each after the tables it refers to
   */
  public TableGraph(List<TableModel> parentsFirst) {
    for (TableModel table : parentsFirst) {
      places.put(table.name(), tables.size());
      tables.put(table.name(), table);
    }
  }

  /**
   * @param parentsFirst each after the tables it refers to
   */
  public static TableGraph of(List<AwsTable<?>> parentsFirst) {
    return new TableGraph(parentsFirst.stream().map(AwsTable::model).toList());
  }

  /** The tables, each after those it refers to. */
  public List<TableModel> parentsFirst() {
    return List.copyOf(tables.values());
  }

  /** The table of that name, if it is one of these. */
  public Optional<TableModel> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** The table a row is in. */
  public TableModel table(RowKey key) {
    return tables.get(key.table());
  }

  /** The table's place among them, from 0. */
  int place(TableModel table) {
    return places.get(table.name());
  }

  /** Whether the row's id stands for one AWS will assign. */
  public boolean isPlaceholder(RowKey key) {
    return tables
        .get(key.table())
        .assignedId()
        .filter(id -> key.own().get(id.name()).startsWith(PLACEHOLDER))
        .isPresent();
  }

  /**
   * The rows a row refers to, by columns and lists of ids, and by its account and region; rows of
   * other tables than these are left out.
   */
  public List<RowReference> references(TableModel table, JsonNode row) {
    List<RowReference> references = new ArrayList<>();
    for (ColumnModel column : table.columns()) {
      column
          .reference()
          .map(reference -> tables.get(reference.table()))
          .ifPresent(target -> references.addAll(references(column, target, row)));
    }
    table
        .scopeTable()
        .map(tables::get)
        .ifPresent(
            scope ->
                references.add(
                    new RowReference(
                        table.scopeColumns().getFirst().name(),
                        RowKey.of(scope, row),
                        RowReference.Kind.USE)));
    return references;
  }

  private static List<RowReference> references(
      ColumnModel column, TableModel target, JsonNode row) {
    ColumnModel.Reference reference = column.reference().orElseThrow();
    JsonNode value = row.path(column.name());
    List<RowReference> references = new ArrayList<>();
    for (JsonNode id : value.isArray() ? value : List.of(value)) {
      if (!id.isNull()) {
        references.add(
            new RowReference(
                column.name(),
                new RowKey(
                    target.name(),
                    Map.of(reference.column(), id.asText()),
                    RowKey.values(target.scopeColumns(), row)),
                kind(column, reference)));
      }
    }
    return references;
  }

  private static RowReference.Kind kind(ColumnModel column, ColumnModel.Reference reference) {
    if (reference.partOf()) {
      return RowReference.Kind.PART;
    }
    return column.isOwner() ? RowReference.Kind.BELONGING : RowReference.Kind.USE;
  }
}
