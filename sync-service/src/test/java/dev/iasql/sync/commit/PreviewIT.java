package dev.iasql.sync.commit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewIT {
  private final CommitSystem system = CommitSystem.shared();

  @BeforeEach
  void clean() {
    system.clean();
  }

  @Test
  void showsStepsInOrderWithEachColumn() throws JsonProcessingException {
    system.sql(
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-v', '10.40.0.0/16')",
        "INSERT INTO subnet (subnet_id, vpc_id, cidr_block, tags) VALUES ('new-s', 'new-v', '10.40.1.0/24', '{\"Name\": \"inner\"}')");

    List<JsonNode> rows = system.preview();

    assertThat(rows).extracting(row -> row.path("id").asText()).containsExactly("new-v", "new-s");
    assertThat(rows).extracting(row -> row.path("step").asInt()).containsExactly(1, 2);
    JsonNode subnet = rows.getLast();
    assertThat(subnet.path("description").asText()).isEqualTo("inner, 10.40.1.0/24");
    assertThat(subnet.path("changes").path("vpc_id"))
        .isEqualTo(Json.MAPPER.readTree("{\"from\": null, \"to\": \"new-v\"}"));
    assertThat(system.watched().writes()).isEmpty();
  }

  @Test
  void restsOnWhatAwsHasNow() {
    String vpc = system.ec2().createVpc(r -> r.cidrBlock("10.41.0.0/16")).vpc().vpcId();
    system.sync().refresh(system.tenant(), "vpc");
    system.sql("DELETE FROM vpc WHERE vpc_id = '%s'".formatted(vpc));
    system.ec2().deleteVpc(r -> r.vpcId(vpc));

    assertThat(system.preview()).isEmpty();
  }

  @Test
  void marksColumnsThatBothChanged() throws JsonProcessingException {
    String vpc = system.ec2().createVpc(r -> r.cidrBlock("10.42.0.0/16")).vpc().vpcId();
    system.sync().refresh(system.tenant(), "vpc");
    system.sql("UPDATE vpc SET tags = '{\"owner\": \"me\"}' WHERE vpc_id = '%s'".formatted(vpc));
    system.ec2().createTags(r -> r.resources(vpc).tags(t -> t.key("owner").value("somebody")));

    JsonNode changes = system.preview().getFirst().path("changes");

    assertThat(changes)
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"tags": {"from": {"owner": "somebody"}, "to": {"owner": "me"}, "conflict": true}}
                """));
  }
}
