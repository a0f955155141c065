package dev.iasql.aws.model;

import dev.iasql.aws.spi.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A table as its record describes it; everything SQL about a table follows from this.
 *
 * @param record the record it was read from
 * @param resourceTypes CloudFormation names of what its rows are; none if AWS has no name
 * @param comment what a row is, one sentence
 * @param columns the record's components in order, then the scope's columns
 * @param checks SQL conditions on wanted rows
 * @param example statements that write a row, empty for a table that only shows
 */
public record TableModel(
    Class<? extends Record> record,
    String name,
    List<String> resourceTypes,
    Scope scope,
    String comment,
    List<ColumnModel> columns,
    List<String> checks,
    String example) {

  /** The primary key: the table's own key columns, then the scope's. */
  public List<ColumnModel> key() {
    return columns(ColumnModel::isKey);
  }

  /** The key column AWS hands out, if there is one. */
  public Optional<ColumnModel> assignedId() {
    return columns(column -> column.role() == ColumnModel.Role.ASSIGNED_ID).stream().findFirst();
  }

  /** The columns of the record, without the scope's. */
  public List<ColumnModel> ownColumns() {
    return columns(column -> column.role() != ColumnModel.Role.SCOPE);
  }

  public List<ColumnModel> scopeColumns() {
    return columns(column -> column.role() == ColumnModel.Role.SCOPE);
  }

  /** Columns whose difference between wanted and seen is a change. */
  public List<ColumnModel> wantedColumns() {
    return columns(ColumnModel::isWanted);
  }

  /** Columns AWS decides. */
  public List<ColumnModel> computedColumns() {
    return columns(ColumnModel::isComputed);
  }

  /** Columns AWS does not know. */
  public List<ColumnModel> localColumns() {
    return columns(ColumnModel::isLocal);
  }

  public List<ColumnModel> foreignKeys() {
    return columns(ColumnModel::isForeignKey);
  }

  /** Foreign keys to the rows a row of this table cannot be without. */
  public List<ColumnModel> owners() {
    return columns(ColumnModel::isOwner);
  }

  /** The column that marks rows AWS made by itself, if the table has one. */
  public Optional<ColumnModel> awsManaged() {
    return columns(ColumnModel::awsManaged).stream().findFirst();
  }

  /** The tables its rows refer to, directly, itself left out; the scope's table is not counted. */
  public Set<String> referencedTables() {
    Set<String> tables = new TreeSet<>();
    for (ColumnModel column : columns) {
      column.reference().ifPresent(reference -> tables.add(reference.table()));
    }
    tables.remove(name);
    return tables;
  }

  /** The table of accounts or regions every row belongs to, if it is not the accounts' own. */
  public Optional<String> scopeTable() {
    return switch (scope) {
      case ACCOUNT -> Optional.empty();
      case GLOBAL -> Optional.of("aws_account");
      case REGIONAL -> Optional.of("aws_region");
    };
  }

  /** The same with references that are optional only as far as they are to one of these tables. */
  TableModel withOptionalReferencesTo(Set<String> tables) {
    Predicate<ColumnModel> left =
        column ->
            column
                .reference()
                .filter(reference -> reference.optional() && !tables.contains(reference.table()))
                .isPresent();
    List<ColumnModel> kept =
        columns.stream().map(c -> left.test(c) ? c.withoutReference() : c).toList();
    return new TableModel(record, name, resourceTypes, scope, comment, kept, checks, example);
  }

  private List<ColumnModel> columns(Predicate<ColumnModel> wanted) {
    return columns.stream().filter(wanted).toList();
  }
}
