package dev.iasql.aws.model;

import dev.iasql.aws.spi.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table as its record describes it; everything SQL about a table follows from this.
 *
 * @param record the record it was read from
 * @param resourceType CloudFormation name, empty if AWS has none
 * @param columns the record's components in order, then the scope's columns
 * @param checks SQL conditions on wanted rows
 */
public record TableModel(
    Class<? extends Record> record,
    String name,
    String resourceType,
    Scope scope,
    String comment,
    List<ColumnModel> columns,
    List<String> checks) {

  /** The primary key: the table's own key columns, then the scope's. */
  public List<ColumnModel> key() {
    return columns.stream().filter(ColumnModel::isKey).toList();
  }

  /** The key column AWS hands out, if there is one. */
  public Optional<ColumnModel> assignedId() {
    return columns.stream().filter(c -> c.role() == ColumnModel.Role.ASSIGNED_ID).findFirst();
  }

  /** The columns of the record, without the scope's. */
  public List<ColumnModel> ownColumns() {
    return columns.stream().filter(c -> c.role() != ColumnModel.Role.SCOPE).toList();
  }

  public List<ColumnModel> scopeColumns() {
    return columns.stream().filter(c -> c.role() == ColumnModel.Role.SCOPE).toList();
  }

  /** Columns whose difference between wanted and seen is a change. */
  public List<ColumnModel> wantedColumns() {
    return columns.stream().filter(ColumnModel::isWanted).toList();
  }

  public List<ColumnModel> foreignKeys() {
    return columns.stream().filter(ColumnModel::isForeignKey).toList();
  }

  /** The column that marks rows AWS made by itself, if the table has one. */
  public Optional<ColumnModel> awsManaged() {
    return columns.stream().filter(ColumnModel::awsManaged).findFirst();
  }

  /** The tables its rows refer to, directly, itself left out. */
  public Set<String> referencedTables() {
    Set<String> tables = new TreeSet<>();
    for (ColumnModel column : columns) {
      column.reference().ifPresent(reference -> tables.add(reference.table()));
    }
    tables.remove(name);
    return tables;
  }
}
