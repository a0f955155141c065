package dev.iasql.aws.model;

import dev.iasql.aws.model.ColumnModel.Reference;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Inet;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Scope;
import dev.iasql.aws.spi.Tags;
import dev.iasql.core.sql.Identifiers;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads table models from annotated records. */
public final class TableModels {
  private static final Map<Type, String> SQL_TYPES =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(long.class, "bigint"),
          Map.entry(Long.class, "bigint"),
          Map.entry(Instant.class, "timestamptz"),
          Map.entry(Cidr.class, "cidr"),
          Map.entry(Inet.class, "inet"),
          Map.entry(Tags.class, "jsonb"),
          Map.entry(com.fasterxml.jackson.databind.JsonNode.class, "jsonb"));

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
    require(table != null, record, "is not annotated with @CloudTable");
    require(Identifiers.isPlain(table.name()), record, "has a table name that is not plain");
    List<ColumnModel> columns = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      columns.add(column(record, table, component));
    }
    columns.addAll(scopeColumns(table.scope()));
    TableModel model =
        new TableModel(
            record,
            table.name(),
            table.type(),
            table.scope(),
            table.comment(),
            List.copyOf(columns),
            List.of(table.checks()));
    require(
        model.ownColumns().stream().anyMatch(ColumnModel::isKey), record, "has no key component");
    return model;
  }

  private static List<ColumnModel> scopeColumns(Scope scope) {
    ColumnModel account =
        scopeColumn("account_id", "Account the resource belongs to.", "iasql_default_account()");
    ColumnModel region =
        scopeColumn("region", "Region the resource lives in.", "iasql_default_region()");
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
        false,
        false,
        "public." + defaultFunction,
        Optional.empty());
  }

  private static ColumnModel column(
      Class<? extends Record> record, CloudTable table, RecordComponent component) {
    String name = Identifiers.snakeCase(component.getName());
    Column described = component.getAnnotation(Column.class);
    require(described != null, record, "does not say what %s is: @Column".formatted(name));
    require(Identifiers.isPlain(name), record, "has the column name %s".formatted(name));
    Role role = role(component);
    return new ColumnModel(
        name,
        sqlType(record, component),
        described.value(),
        role,
        component.isAnnotationPresent(Required.class),
        component.isAnnotationPresent(AwsManaged.class),
        component.isAnnotationPresent(Label.class),
        defaultSql(table, component, role),
        reference(component));
  }

  private static Role role(RecordComponent component) {
    if (component.isAnnotationPresent(AssignedId.class)) {
      return Role.ASSIGNED_ID;
    }
    if (component.isAnnotationPresent(Key.class)) {
      return Role.KEY;
    }
    if (component.isAnnotationPresent(Computed.class)
        || component.isAnnotationPresent(AwsManaged.class)) {
      return Role.COMPUTED;
    }
    return component.isAnnotationPresent(Immutable.class) ? Role.IMMUTABLE : Role.MUTABLE;
  }

  private static String defaultSql(CloudTable table, RecordComponent component, Role role) {
    if (role == Role.ASSIGNED_ID) {
      return "iasql.placeholder('%s')".formatted(table.name().replace('_', '-'));
    }
    DefaultValue value = component.getAnnotation(DefaultValue.class);
    if (value != null) {
      return value.value();
    }
    return component.getType() == boolean.class ? "false" : null;
  }

  private static Optional<Reference> reference(RecordComponent component) {
    References references = component.getAnnotation(References.class);
    if (references == null) {
      return Optional.empty();
    }
    // Not TableModels.of: two tables may refer to each other, and the annotation alone is enough.
    Class<? extends Record> target = references.value();
    List<String> keys = new ArrayList<>();
    for (RecordComponent candidate : target.getRecordComponents()) {
      Role role = role(candidate);
      if (role == Role.ASSIGNED_ID || role == Role.KEY) {
        keys.add(Identifiers.snakeCase(candidate.getName()));
      }
    }
    require(keys.size() == 1, target, "is referred to but has %d key components".formatted(keys.size()));
    return Optional.of(
        new Reference(
            target.getAnnotation(CloudTable.class).name(),
            keys.getFirst(),
            references.partOf(),
            List.class.isAssignableFrom(component.getType())));
  }

  private static String sqlType(Class<?> record, RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType parameterized
        && parameterized.getRawType() == List.class
        && SQL_TYPES.containsKey(parameterized.getActualTypeArguments()[0])) {
      return SQL_TYPES.get(parameterized.getActualTypeArguments()[0]) + "[]";
    }
    String sqlType = SQL_TYPES.get(type);
    require(sqlType != null, record, "has a component of type %s".formatted(type));
    return sqlType;
  }

  private static void require(boolean condition, Class<?> record, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(record.getSimpleName() + " " + otherwise);
    }
  }
}
