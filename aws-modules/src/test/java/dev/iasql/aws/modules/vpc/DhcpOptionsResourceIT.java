package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import dev.iasql.core.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DhcpOptionsResourceIT extends ManagedConformance<DhcpOptions> {
  @Override
  protected ManagedResource<DhcpOptions> resource() {
    return new DhcpOptionsResource();
  }

  @Override
  protected String listAction() {
    return "DescribeDhcpOptions";
  }

  @Override
  protected DhcpOptions wanted(int number) {
    JsonNode options =
        Json.MAPPER.valueToTree(
            Map.of(
                "domain-name", List.of("example%d.com".formatted(number)),
                "domain-name-servers", List.of("10.2.5.1", "10.2.5.2")));
    return new DhcpOptions(
        "new-options", options, null, new Tags(Map.of("Name", "options-" + number)));
  }

  @Test
  void showsTheOptionsByName() {
    DhcpOptions created = made(wanted(1));

    assertThat(created.dhcpConfigurations().get("domain-name-servers").get(1).asText())
        .isEqualTo("10.2.5.2");
  }
}
