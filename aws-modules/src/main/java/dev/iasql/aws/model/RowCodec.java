package dev.iasql.aws.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.core.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A table's records as rows and back. JSON has the shape PostgreSQL's {@code to_jsonb(row)} gives;
 * text has the form its input functions take. Rows have the columns of one version of the table's
 * module, records always those of the newest: what an earlier version does not have is null.
 *
 * @param <R> the record that is the table
 */
public final class RowCodec<R extends Record> {
  private static final ObjectMapper MAPPER = Json.MAPPER;

  private final Class<R> record;
  private final List<ColumnModel> columns;

  /** For rows of the newest version. */
  public RowCodec(Class<R> record) {
    this(record, TableModels.of(record));
  }

  /** For rows of the version whose model it is. */
  public RowCodec(Class<R> record, TableModel model) {
    this.record = record;
    this.columns = model.ownColumns();
  }

  /** The row as a record; columns that are not components, such as the scope's, are ignored. */
  public R fromJson(JsonNode row) {
    try {
      return MAPPER.treeToValue(properties(row), record);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "row does not fit " + record.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Jackson would make NULL of a {@code jsonb} column a node that stands for null, not null. */
  private ObjectNode properties(JsonNode row) {
    ObjectNode present = MAPPER.createObjectNode();
    for (ColumnModel column : columns) {
      if (row.hasNonNull(column.name())) {
        present.set(column.property(), row.get(column.name()));
      }
    }
    return present;
  }

  /** The record's own columns as JSON. */
  public ObjectNode toJson(R value) {
    ObjectNode properties = MAPPER.valueToTree(value);
    ObjectNode row = MAPPER.createObjectNode();
    columns.forEach(column -> row.set(column.name(), properties.get(column.property())));
    return row;
  }

  /** The record's own columns as PostgreSQL input text, in column order; {@code null} for NULL. */
  public List<String> toText(R value) {
    JsonNode properties = MAPPER.valueToTree(value);
    List<String> texts = new ArrayList<>(columns.size());
    for (ColumnModel column : columns) {
      texts.add(text(column, properties.get(column.property())));
    }
    return texts;
  }

  private static String text(ColumnModel column, JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (column.type().endsWith("[]")) {
      return arrayLiteral(value);
    }
    return column.type().equals("jsonb") ? value.toString() : value.asText();
  }

  private static String arrayLiteral(JsonNode values) {
    StringBuilder literal = new StringBuilder("{");
    for (JsonNode value : values) {
      if (literal.length() > 1) {
        literal.append(',');
      }
      literal.append(value.isNull() ? "NULL" : quoted(value.asText()));
    }
    return literal.append('}').toString();
  }

  private static String quoted(String element) {
    return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
