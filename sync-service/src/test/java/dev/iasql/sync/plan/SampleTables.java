package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.model.TableModels;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Tags;
import dev.iasql.core.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few tables that refer to each other in every way tables can. */
final class SampleTables {
  static final String REGION = "eu-west-1";
  static final String ACCOUNT = "111111111111";

  private SampleTables() {}

  @CloudTable(name = "options", comment = "What networks use.")
  record Options(@Column("Id.") @AssignedId String optionsId, @Column("Tags.") Tags tags) {}

  @CloudTable(name = "net", comment = "A network.")
  record Net(
      @Column("Id.") @AssignedId String netId,
      @Column("Range.") @Immutable @Required @Label Cidr cidrBlock,
      @Column("Names.") boolean names,
      @Column("Options it uses.") @References(Options.class) String optionsId,
      @Column("State.") @Computed String state,
      @Column("Tags.") Tags tags) {}

  @CloudTable(name = "piece", comment = "A piece of a network.")
  record Piece(
      @Column("Id.") @AssignedId String pieceId,
      @Column("Network.") @Immutable @Required @References(Net.class) String netId) {}

  @CloudTable(name = "grp", comment = "A group in a network.")
  record Grp(
      @Column("Id.") @AssignedId String grpId,
      @Column("Network.") @Immutable @Required @References(Net.class) String netId,
      @Column("Pieces it covers.") @References(Piece.class) List<String> pieceIds,
      @Column("Whether AWS made it.") @AwsManaged boolean awsManaged) {}

  @CloudTable(name = "rule", comment = "A rule of a group.")
  record Rule(
      @Column("Id.") @AssignedId String ruleId,
      @Column("Group.") @Immutable @Required @References(value = Grp.class, partOf = true)
          String grpId,
      @Column("Group it lets in.") @Immutable @References(Grp.class) String otherGrpId) {}

  @CloudTable(name = "door", comment = "A door of a piece, named by the user.")
  record Door(
      @Column("Piece.") @Key @References(Piece.class) String pieceId,
      @Column("Name.") @Key String doorName,
      @Column("Colour.") String colour) {}

  /** Only shows what is there. */
  @CloudTable(name = "sight", comment = "A sight.")
  record Sight(@Column("Name.") @Key String sightName, @Column("Colour.") String colour) {}

  static final List<TableModel> TABLES =
      List.<Class<? extends Record>>of(
              Options.class, Sight.class, Net.class, Piece.class, Door.class, Grp.class, Rule.class)
          .stream()
          .map(TableModels::of)
          .toList();

  static final TableGraph GRAPH = new TableGraph(TABLES);

  static TableModel table(String name) {
    return TABLES.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  /** A row with these columns, the others NULL. */
  static ObjectNode row(String table, Object... columnsAndValues) {
    ObjectNode row = Json.MAPPER.createObjectNode();
    for (ColumnModel column : table(table).columns()) {
      row.putNull(column.name());
    }
    row.put("region", REGION).put("account_id", ACCOUNT);
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.set((String) columnsAndValues[i], Json.MAPPER.valueToTree(columnsAndValues[i + 1]));
    }
    return row;
  }

  static Change create(String table, Object... columnsAndValues) {
    JsonNode row = row(table, columnsAndValues);
    return new Change.Create(table(table), RowKey.of(table(table), row), row);
  }

  static Change delete(String table, Object... columnsAndValues) {
    JsonNode row = row(table, columnsAndValues);
    return new Change.Delete(table(table), RowKey.of(table(table), row), row);
  }

  static Change update(JsonNode before, JsonNode after, String table) {
    Map<String, ColumnChange> columns = new LinkedHashMap<>();
    for (ColumnModel column : table(table).wantedColumns()) {
      JsonNode from = before.get(column.name());
      JsonNode to = after.get(column.name());
      if (!from.equals(to)) {
        columns.put(column.name(), new ColumnChange(from, to, null));
      }
    }
    return new Change.Update(table(table), RowKey.of(table(table), after), before, after, columns);
  }
}
