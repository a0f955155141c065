package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.sync.table.SqlTable;
import java.util.ArrayList;
import java.util.List;

/** The rows of modules' tables in {@code public} that have a foreign key to a row of a table. */
final class ReferringRows {
  private final SqlTable table;
  private final List<AwsTable<?>> installed;

  /**
   * @param installed the tables that may refer to this one
   */
  ReferringRows(SqlTable table, List<AwsTable<?>> installed) {
    this.table = table;
    this.installed = installed;
  }

  /** The condition that there are such rows. */
  String to(String alias) {
    List<String> referring = new ArrayList<>();
    for (AwsTable<?> other : installed) {
      for (ColumnModel column : other.model().foreignKeys()) {
        if (column.reference().orElseThrow().table().equals(table.model().name())) {
          referring.add(
              "EXISTS (SELECT FROM %s k WHERE %s)"
                  .formatted(
                      new SqlTable(other.model()).wanted(),
                      ReferenceSql.matches(column.reference().get(), column, "k", alias)));
        }
      }
    }
    return referring.isEmpty() ? "false" : String.join(" OR ", referring);
  }
}
