package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.Json;
import dev.iasql.sync.plan.RowJson;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.RowReference;
import dev.iasql.sync.plan.TableGraph;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Single rows of {@code public} and {@code cloud}, in the open transaction. */
final class TenantRows {
  private final TenantSql sql;
  private final TableGraph graph;

  TenantRows(TenantSql sql, TableGraph graph) {
    this.sql = sql;
    this.graph = graph;
  }

  Optional<JsonNode> wanted(TableModel table, RowKey key) throws SQLException {
    return row(new RowSql(table).wanted(), key);
  }

  Optional<JsonNode> seen(TableModel table, RowKey key) throws SQLException {
    return row(new RowSql(table).seen(), key);
  }

  private Optional<JsonNode> row(String query, RowKey key) throws SQLException {
    return sql.query(query, row -> RowJson.read(row.getString(1)), key.json().toString()).stream()
        .findFirst();
  }

  /** Waits for others who write the rows; they cannot until the transaction ends. */
  void lock(TableModel table, List<RowKey> keys) throws SQLException {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    keys.forEach(key -> rows.add(key.json()));
    sql.query(new RowSql(table).lock(), row -> true, rows.toString());
  }

  /**
   * The wanted row becomes what AWS has, as far as nobody changed it since.
   *
   * @param sent the row as it was when AWS was asked
   * @param made the row as AWS has it
   */
  void adopt(TableModel table, JsonNode sent, JsonNode made) throws SQLException {
    sql.update(new RowSql(table).adopt(), sent.toString(), made.toString());
  }

  void see(TableModel table, JsonNode made) throws SQLException {
    sql.update(new RowSql(table).see(), made.toString());
  }

  void forget(TableModel table, RowKey key) throws SQLException {
    sql.update(new RowSql(table).forget(), key.json().toString());
  }

  void wantWhatIsSeen(TableModel table, RowKey key) throws SQLException {
    sql.update(new RowSql(table).wantWhatIsSeen(), key.json().toString());
  }

  /**
   * The row without references to what is not in {@code public}, such as the network ACL AWS has
   * just made for a new VPC; the next refresh brings both.
   */
  ObjectNode withoutUnseen(TableModel table, ObjectNode row) throws SQLException {
    ObjectNode seen = row.deepCopy();
    for (RowReference reference : graph.references(table, row)) {
      TableModel target = graph.table(reference.target());
      if (isOptional(table, reference) && wanted(target, reference.target()).isEmpty()) {
        seen.putNull(reference.column());
      }
    }
    return seen;
  }

  private static boolean isOptional(TableModel table, RowReference reference) {
    return table.foreignKeys().stream()
        .filter(column -> !column.isKey())
        .map(ColumnModel::name)
        .anyMatch(reference.column()::equals);
  }
}
