package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.spi.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tables and how they refer to each other, by their columns and by the account and region every row
 * belongs to.
 */
public final class TableGraph {
  private static final String ACCOUNTS = "aws_account";
  private static final String REGIONS = "aws_region";

  private final Map<String, TableModel> tables = new TreeMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  public TableGraph(Collection<TableModel> models) {
    models.forEach(model -> tables.put(model.name(), model));
    tables.values().forEach(model -> rank(model, new HashSet<>()));
  }

  /** The tables, those referred to first. */
  public List<TableModel> parentsFirst() {
    return tables.values().stream()
        .sorted(java.util.Comparator.comparing(table -> ranks.get(table.name())))
        .toList();
  }

  /** The length of the longest chain of references that leads out of the table. */
  public int rank(String table) {
    return ranks.get(table);
  }

  /** The rows a row refers to, by columns and lists of ids, and by its account and region. */
  public List<RowReference> references(TableModel table, JsonNode row) {
    List<RowReference> references = new ArrayList<>();
    for (ColumnModel column : table.columns()) {
      column.reference().ifPresent(to -> add(references, column, to, row));
    }
    scopeTable(table)
        .ifPresent(
            scope -> references.add(new RowReference("account_id", RowKey.of(scope, row), false)));
    return references;
  }

  private void add(
      List<RowReference> references, ColumnModel column, ColumnModel.Reference to, JsonNode row) {
    TableModel target = tables.get(to.table());
    JsonNode value = row.path(column.name());
    if (target == null) {
      return;
    }
    for (JsonNode id : value.isArray() ? value : List.of(value)) {
      if (!id.isNull() && !id.isMissingNode()) {
        references.add(
            new RowReference(
                column.name(), targetKey(target, to.column(), id.asText(), row), to.partOf()));
      }
    }
  }

  private static RowKey targetKey(TableModel target, String column, String id, JsonNode row) {
    return new RowKey(
        target.name(), Map.of(column, id), RowKey.values(target.scopeColumns(), row));
  }

  /** The table of the account or region a row belongs to, if it is one of these tables. */
  private java.util.Optional<TableModel> scopeTable(TableModel table) {
    String name =
        switch (table.scope()) {
          case ACCOUNT -> null;
          case GLOBAL -> ACCOUNTS;
          case REGIONAL -> REGIONS;
        };
    return java.util.Optional.ofNullable(name).map(tables::get);
  }

  private int rank(TableModel table, Set<String> underWay) {
    Integer known = ranks.get(table.name());
    if (known != null) {
      return known;
    }
    // Two tables that refer to each other: the one asked for first counts as the child.
    if (!underWay.add(table.name())) {
      return 0;
    }
    int rank = table.scope() == Scope.ACCOUNT ? 0 : 1;
    Set<String> parents = table.referencedTables();
    scopeTable(table).map(TableModel::name).ifPresent(parents::add);
    for (String parent : parents) {
      if (tables.containsKey(parent)) {
        rank = Math.max(rank, 1 + rank(tables.get(parent), underWay));
      }
    }
    ranks.put(table.name(), rank);
    return rank;
  }
}
