package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableResourceIT extends ManagedConformance<RouteTable> {
  @Override
  protected ManagedResource<RouteTable> resource() {
    return new RouteTableResource();
  }

  @Override
  protected String listAction() {
    return "DescribeRouteTables";
  }

  @Override
  protected RouteTable wanted(int number) {
    return new RouteTable(
        "new-table", network.vpc(), null, null, false, new Tags(Map.of("Name", "table-" + number)));
  }

  @Test
  void marksTheMainTableAsAwss() {
    String vpc = network.vpc();

    assertThat(all(aws))
        .filteredOn(table -> table.vpcId().equals(vpc))
        .singleElement()
        .satisfies(table -> assertThat(table.awsManaged()).isTrue());
    assertThat(made(wanted(1)).awsManaged()).isFalse();
  }
}
