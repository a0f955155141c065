package dev.iasql.sync.commit;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.model.TableModel;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/**
 * Statements about single rows of a table; a row or its key is given as JSON. In aliases: {@code p}
 * public, {@code c} cloud, {@code k} a key, {@code sent} what AWS was asked for, {@code made} what
 * AWS has now.
 */
record RowSql(SqlTable table) {
  RowSql(TableModel model) {
    this(new SqlTable(model));
  }

  /** The wanted row of a key, as JSON. */
  String wanted() {
    return select("p", table.wanted());
  }

  /** The last seen row of a key, as JSON. */
  String seen() {
    return select("c", table.seen());
  }

  private String select(String alias, String name) {
    return "SELECT to_jsonb(%1$s) FROM %2$s %1$s JOIN %3$s k ON %4$s"
        .formatted(alias, name, given(), table.sameKey(alias, "k"));
  }

  /** Locks the wanted rows of several keys, a JSON array, against others who would write them. */
  String lock() {
    return "SELECT FROM %s p JOIN jsonb_populate_recordset(NULL::%s, ?::jsonb) k ON %s FOR UPDATE OF p"
        .formatted(table.wanted(), table.wanted(), table.sameKey("p", "k"));
  }

  /**
   * The wanted row takes what AWS has, its key included, column by column, unless the user changed
   * the column after it was sent. Parameters: sent, made.
   */
  String adopt() {
    return "UPDATE %s p SET %s FROM %s sent, %s made WHERE %s"
        .formatted(
            table.wanted(),
            SqlTable.each(adopted(), ", ", RowSql::adopted),
            given(),
            given(),
            table.sameKey("p", "sent"));
  }

  private List<ColumnModel> adopted() {
    return table.model().ownColumns().stream()
        .filter(column -> column.role() != Role.LOCAL)
        .toList();
  }

  private static String adopted(ColumnModel column) {
    String name = SqlTable.name(column);
    return column.isWanted()
        ? "%1$s = CASE WHEN %2$s THEN p.%1$s ELSE made.%1$s END"
            .formatted(name, SqlTable.differs("p", "sent", column))
        : "%1$s = made.%1$s".formatted(name);
  }

  /** The last seen row of a key goes. */
  String forget() {
    return "DELETE FROM %s c USING %s k WHERE %s"
        .formatted(table.seen(), given(), table.sameKey("c", "k"));
  }

  /** A row, as JSON, becomes the last seen one of its key. */
  String see() {
    return "INSERT INTO %s (%s) SELECT %s FROM %s made ON CONFLICT (%s) DO %s"
        .formatted(
            table.seen(),
            SqlTable.names(table.model().columns()),
            SqlTable.names("made", table.model().columns()),
            given(),
            SqlTable.names(table.model().key()),
            onConflict());
  }

  private String onConflict() {
    List<ColumnModel> others =
        table.model().columns().stream().filter(column -> !column.isKey()).toList();
    return others.isEmpty()
        ? "NOTHING"
        : "UPDATE SET "
            + SqlTable.each(
                others, ", ", column -> "%1$s = excluded.%1$s".formatted(SqlTable.name(column)));
  }

  /** The last seen row of a key is wanted again, unless it is anyhow. */
  String wantWhatIsSeen() {
    return "INSERT INTO %s (%s) SELECT %s FROM %s c JOIN %s k ON %s ON CONFLICT DO NOTHING"
        .formatted(
            table.wanted(),
            SqlTable.names(table.model().columns()),
            SqlTable.names("c", table.model().columns()),
            table.seen(),
            given(),
            table.sameKey("c", "k"));
  }

  private String given() {
    return "jsonb_populate_record(NULL::%s, ?::jsonb)".formatted(table.wanted());
  }
}
