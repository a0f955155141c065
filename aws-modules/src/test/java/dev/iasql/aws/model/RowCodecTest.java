package dev.iasql.aws.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.fixture.Harbor;
import dev.iasql.aws.fixture.Harbors;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.FormerName;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.Since;
import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCodecTest {
  private final RowCodec<Harbor> codec = new RowCodec<>(Harbor.class);

  @CloudTable(name = "pier", comment = "A pier.")
  record Pier(
      @Column("Name.") @Key String name,
      @Column("Length.") @FormerName(value = "size", until = "2.0.0") Integer length,
      @Column("Lit.") @Since("1.1.0") boolean isLit) {}

  @Test
  void rowsOfAnEarlierVersionHaveItsColumns() throws JsonProcessingException {
    RowCodec<Pier> earlier =
        new RowCodec<>(Pier.class, TableModels.of(Pier.class, ModuleVersion.parse("1.0.0")));
    Pier pier = new Pier("west", 300, true);

    assertThat(earlier.toJson(pier).toString()).isEqualTo("{\"name\":\"west\",\"size\":300}");
    assertThat(earlier.toText(pier)).containsExactly("west", "300");
    assertThat(earlier.fromJson(Json.MAPPER.readTree("{\"name\":\"west\",\"size\":300}")))
        .isEqualTo(new Pier("west", 300, false));
  }

  @Test
  void aRecordSurvivesTheWayThroughJson() {
    assertThat(codec.fromJson(codec.toJson(Harbors.full()))).isEqualTo(Harbors.full());
    assertThat(codec.fromJson(codec.toJson(Harbors.empty()))).isEqualTo(Harbors.empty());
  }

  @Test
  void jsonHasExactlyTheOwnColumns() {
    assertThat(codec.toJson(Harbors.full()).fieldNames())
        .toIterable()
        .containsExactly(
            "harbor_id",
            "name",
            "cidr_block",
            "master",
            "depth",
            "ships_seen",
            "is_open",
            "is_tidal",
            "built_at",
            "piers",
            "aliases",
            "rules",
            "note",
            "tags");
  }

  @Test
  void columnsThatAreNoComponentsAreIgnored() throws JsonProcessingException {
    ObjectNode row = codec.toJson(Harbors.full());
    row.put("region", "us-east-1").put("account_id", "123456789012");

    assertThat(codec.fromJson(Json.MAPPER.readTree(row.toString()))).isEqualTo(Harbors.full());
  }

  @Test
  void textIsWhatPostgresReads() {
    assertThat(codec.toText(Harbors.full()))
        .containsExactly(
            "new-harbor-1",
            "O'Reilly's \\ \"bay\"",
            "10.0.0.0/16",
            "10.0.0.7",
            "7",
            "9007199254740993",
            "false",
            "true",
            "2026-01-31T23:59:59.123456Z",
            "{\"1\",\"-2\"}",
            "{\"a,b\",\"{\\\"c\\\"\\\\}\",\"\",\"NULL\",NULL}",
            "{\"no \\\"rum\\\"\":true,\"knots\":5}",
            "line\nbreak\ttab",
            "{\"Name\":\"bay\",\"a b\":\"ä€😀\"}");
  }

  @Test
  void nothingIsNull() {
    List<String> texts = codec.toText(Harbors.empty());

    assertThat(texts.subList(1, 4)).containsOnlyNulls();
    assertThat(texts.subList(8, 14)).containsOnlyNulls();
  }

  @Test
  void aRowThatDoesNotFitIsRefused() {
    ObjectNode row = codec.toJson(Harbors.full());
    row.put("depth", "deep");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.fromJson(row))
        .withMessageStartingWith("row does not fit Harbor: ");
  }
}
