package dev.iasql.aws.model;

import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Scope;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads table models from annotated records. */
public final class TableModels {
  private static final ClassValue<TableModel> CACHE =
      new ClassValue<>() {
        @Override
        protected TableModel computeValue(Class<?> type) {
          return read(type.asSubclass(Record.class));
        }
      };

  private TableModels() {}

  /**
   * @throws IllegalArgumentException if the record does not follow the rules; tests of every module
   *     call it, so a mistake never reaches a user
   */
  public static TableModel of(Class<? extends Record> record) {
    return CACHE.get(record);
  }

  private static TableModel read(Class<? extends Record> record) {
    CloudTable table = record.getAnnotation(CloudTable.class);
    if (table == null) {
      throw new IllegalArgumentException(
          record.getSimpleName() + " is not annotated with @CloudTable");
    }
    List<ColumnModel> columns = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      columns.add(new ColumnReader(record, table, component).read());
    }
    columns.addAll(scopeColumns(table.scope()));
    TableModel model =
        new TableModel(
            record,
            table.name(),
            List.of(table.type()),
            table.scope(),
            table.comment(),
            List.copyOf(columns),
            List.of(table.checks()),
            table.example().strip());
    new TableRules(model).check();
    return model;
  }

  private static List<ColumnModel> scopeColumns(Scope scope) {
    ColumnModel account =
        scopeColumn("account_id", "Account the row belongs to.", "iasql_default_account()");
    ColumnModel region =
        scopeColumn("region", "Region the row belongs to.", "iasql_default_region()");
    return switch (scope) {
      case ACCOUNT -> List.of();
      case GLOBAL -> List.of(account);
      case REGIONAL -> List.of(region, account);
    };
  }

  private static ColumnModel scopeColumn(String name, String comment, String defaultFunction) {
    return new ColumnModel(
        name,
        "text",
        comment,
        Role.SCOPE,
        true,
        true,
        false,
        false,
        false,
        "public." + defaultFunction,
        Optional.empty());
  }
}
