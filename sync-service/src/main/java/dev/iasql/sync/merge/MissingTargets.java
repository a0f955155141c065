package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.sync.table.SqlTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the tables that have to be read too, because staged rows refer to rows of them that are not
 * in {@code public}: something new in AWS seldom comes alone.
 */
public final class MissingTargets {
  private MissingTargets() {}

  /**
   * @param read the tables that are staged
   */
  public static Set<String> of(Connection connection, List<AwsTable<?>> read) throws SQLException {
    List<String> known = read.stream().map(AwsTable::name).toList();
    Set<String> missing = new LinkedHashSet<>();
    for (AwsTable<?> table : read) {
      for (ColumnModel column : table.model().foreignKeys()) {
        String target = column.reference().orElseThrow().table();
        if (!known.contains(target)
            && !missing.contains(target)
            && isMissing(connection, new UnseenReference(new SqlTable(table.model()), column))) {
          missing.add(target);
        }
      }
    }
    connection.commit();
    return missing;
  }

  private static boolean isMissing(Connection connection, UnseenReference reference)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(reference.exists())) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
