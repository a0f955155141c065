package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.TableModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is pending in a tenant database; memory grows with the changes, not with the rows. */
public final class Differences {
  private Differences() {}

  /** The changes of all these tables, in their order. */
  public static List<Change> read(Connection connection, List<TableModel> tables)
      throws SQLException {
    List<Change> changes = new ArrayList<>();
    for (TableModel table : tables) {
      try (PreparedStatement statement = connection.prepareStatement(DifferenceSql.of(table));
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changes.add(
              change(
                  table,
                  RowJson.read(rows.getString("wanted")),
                  RowJson.read(rows.getString("seen")),
                  (String[]) rows.getArray("changed").getArray()));
        }
      }
    }
    return changes;
  }

  private static Change change(TableModel table, JsonNode wanted, JsonNode seen, String[] changed) {
    if (seen == null) {
      return new Change.Create(table, RowKey.of(table, wanted), wanted);
    }
    if (wanted == null) {
      return new Change.Delete(table, RowKey.of(table, seen), seen);
    }
    Map<String, ColumnChange> columns = new LinkedHashMap<>();
    for (String column : changed) {
      columns.put(column, new ColumnChange(seen.get(column), wanted.get(column), null));
    }
    return new Change.Update(table, RowKey.of(table, wanted), seen, wanted, columns);
  }
}
