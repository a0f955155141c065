package dev.iasql.aws.model;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.iasql.aws.spi.Local;
import dev.iasql.aws.spi.OnlyOne;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Tags;
import dev.iasql.core.module.ModuleVersion;
import dev.iasql.core.sql.Identifiers;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one component of a record as a column. */
final class ColumnReader {
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
          Map.entry(JsonNode.class, "jsonb"));

  private static final Map<Class<? extends Annotation>, Role> ROLES =
      Map.of(
          AssignedId.class, Role.ASSIGNED_ID,
          Key.class, Role.KEY,
          Immutable.class, Role.IMMUTABLE,
          Computed.class, Role.COMPUTED,
          AwsManaged.class, Role.COMPUTED,
          Local.class, Role.LOCAL);

  private final Class<? extends Record> record;
  private final CloudTable table;
  private final RecordComponent component;
  private final ColumnHistory history;
  private final ModuleVersion version;
  private final String name;

  /**
   * @param version of the table's module; the column is there in that version
   */
  ColumnReader(
      Class<? extends Record> record,
      CloudTable table,
      ColumnHistory history,
      ModuleVersion version) {
    this.record = record;
    this.table = table;
    this.component = history.component();
    this.history = history;
    this.version = version;
    this.name = history.newestName();
  }

  ColumnModel read() {
    Column described = component.getAnnotation(Column.class);
    require(described != null, "does not say what it is: @Column");
    Role role = role(record, component);
    boolean key = role == Role.ASSIGNED_ID || role == Role.KEY;
    require(
        !key || history.changedIn().isEmpty(),
        "is a key, which every version has by the same name");
    String defaultSql = defaultSql(role);
    return new ColumnModel(
        history.nameAt(version),
        name,
        sqlType(),
        described.value(),
        role,
        notNull(role, defaultSql),
        has(Required.class),
        has(AwsManaged.class),
        has(OnlyOne.class),
        has(Label.class),
        defaultSql,
        reference());
  }

  private static Role role(Class<?> record, RecordComponent component) {
    List<Role> roles =
        ROLES.entrySet().stream()
            .filter(entry -> component.isAnnotationPresent(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (roles.size() > 1) {
      throw new IllegalArgumentException(
          "%s: %s says twice who decides it: %s"
              .formatted(record.getSimpleName(), component.getName(), roles));
    }
    return roles.isEmpty() ? Role.MUTABLE : roles.getFirst();
  }

  private boolean has(Class<? extends Annotation> annotation) {
    return component.isAnnotationPresent(annotation);
  }

  /** What AWS decides is unknown until the resource exists, so it can only be NULL until then. */
  private boolean notNull(Role role, String defaultSql) {
    boolean key = role == Role.ASSIGNED_ID || role == Role.KEY;
    boolean known = role != Role.COMPUTED || defaultSql != null;
    return key || (component.getType().isPrimitive() && known);
  }

  private String defaultSql(Role role) {
    DefaultValue value = component.getAnnotation(DefaultValue.class);
    if (role == Role.ASSIGNED_ID) {
      require(value == null, "has a default, but its default is a placeholder");
      return "iasql.placeholder('%s')".formatted(table.name().replace('_', '-'));
    }
    if (value != null) {
      require(role != Role.COMPUTED, "has a default, but AWS decides it");
      return value.value();
    }
    return component.getType() == boolean.class ? "false" : null;
  }

  private Optional<Reference> reference() {
    References references = component.getAnnotation(References.class);
    if (references == null) {
      return Optional.empty();
    }
    // Not TableModels.of: a table may refer to itself, and the annotations alone are enough.
    Class<? extends Record> target = references.value();
    CloudTable targetTable = target.getAnnotation(CloudTable.class);
    require(targetTable != null, "refers to %s, which is no table".formatted(target));
    List<String> keys = new ArrayList<>();
    for (RecordComponent candidate : target.getRecordComponents()) {
      Role role = role(target, candidate);
      if (role == Role.ASSIGNED_ID || role == Role.KEY) {
        keys.add(Identifiers.snakeCase(candidate.getName()));
      }
    }
    require(
        keys.size() == 1,
        "refers to %s, which has %d key components".formatted(targetTable.name(), keys.size()));
    return Optional.of(
        new Reference(
            targetTable.name(),
            keys.getFirst(),
            targetTable.scope(),
            references.partOf(),
            List.class.isAssignableFrom(component.getType()),
            references.optional()));
  }

  private String sqlType() {
    Type type = component.getGenericType();
    String sqlType =
        type instanceof ParameterizedType list && list.getRawType() == List.class
            ? listType(list.getActualTypeArguments()[0])
            : SQL_TYPES.get(type);
    require(sqlType != null, "has a type no column can have: " + type.getTypeName());
    return sqlType;
  }

  /** Values of a type PostgreSQL has are an array; records of one's own a JSON array of objects. */
  private static String listType(Type element) {
    if (SQL_TYPES.containsKey(element)) {
      return SQL_TYPES.get(element) + "[]";
    }
    return element instanceof Class<?> type && type.isRecord() ? "jsonb" : null;
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(
          "%s: %s %s".formatted(record.getSimpleName(), name, otherwise));
    }
  }
}
