package dev.iasql.aws.model;

import static java.util.stream.Collectors.toCollection;

import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Scope;
import dev.iasql.core.module.ModuleVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Reads table models from annotated records. */
public final class TableModels {
  /** After every version there can be. */
  private static final ModuleVersion NEWEST = ModuleVersion.parse(Integer.MAX_VALUE + ".0.0");

  private static final ClassValue<Map<ModuleVersion, TableModel>> CACHE =
      new ClassValue<>() {
        @Override
        protected Map<ModuleVersion, TableModel> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private TableModels() {}

  /**
   * The table as its newest version.
   *
   * @throws IllegalArgumentException if the record does not follow the rules; tests of every module
   *     call it, so a mistake never reaches a user
   */
  public static TableModel of(Class<? extends Record> record) {
    return of(record, NEWEST);
  }

  /**
   * The table as it is in a version of its module.
   *
   * @throws IllegalArgumentException if the record does not follow the rules
   */
  public static TableModel of(Class<? extends Record> record, ModuleVersion version) {
    return CACHE.get(record).computeIfAbsent(version, at -> read(record, at));
  }

  /** The name of the table a record is. */
  public static String nameOf(Class<? extends Record> record) {
    return annotation(record).name();
  }

  /** The versions in which a column came or got its name. */
  public static Set<String> changedIn(Class<? extends Record> record) {
    return histories(record).stream()
        .flatMap(column -> column.changedIn().stream())
        .collect(toCollection(TreeSet::new));
  }

  private static List<ColumnHistory> histories(Class<? extends Record> record) {
    return Arrays.stream(record.getRecordComponents()).map(ColumnHistory::new).toList();
  }

  private static CloudTable annotation(Class<? extends Record> record) {
    CloudTable table = record.getAnnotation(CloudTable.class);
    if (table == null) {
      throw new IllegalArgumentException(
          record.getSimpleName() + " is not annotated with @CloudTable");
    }
    return table;
  }

  private static TableModel read(Class<? extends Record> record, ModuleVersion version) {
    CloudTable table = annotation(record);
    List<ColumnModel> columns = new ArrayList<>();
    for (ColumnHistory column : histories(record)) {
      if (column.isIn(version)) {
        columns.add(new ColumnReader(record, table, column, version).read());
      }
    }
    columns.addAll(scopeColumns(table.scope()));
    Map<String, String> names = new HashMap<>();
    Set<String> absent = new HashSet<>();
    for (ColumnHistory column : histories(record)) {
      names.put(column.newestName(), column.nameAt(version));
      if (!column.isIn(version)) {
        absent.add(column.newestName());
      }
    }
    TableModel model =
        new TableModel(
            record,
            table.name(),
            List.of(table.type()),
            table.scope(),
            table.comment(),
            List.copyOf(columns),
            Arrays.stream(table.checks())
                .filter(check -> !SqlWords.occur(absent, check))
                .map(check -> SqlWords.replaced(check, names))
                .toList(),
            SqlWords.replaced(table.example().strip(), names));
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
