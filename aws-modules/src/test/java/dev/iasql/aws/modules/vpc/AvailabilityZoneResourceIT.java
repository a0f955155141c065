package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.ResourceConformance;
import dev.iasql.aws.spi.CloudResource;
import org.junit.jupiter.api.Test;

class AvailabilityZoneResourceIT extends ResourceConformance<AvailabilityZone> {
  @Override
  protected CloudResource<AvailabilityZone> resource() {
    return new AvailabilityZoneResource();
  }

  @Override
  protected String listAction() {
    return "DescribeAvailabilityZones";
  }

  @Override
  protected boolean hasPages() {
    return false;
  }

  @Override
  protected void haveRows() {
    // Regions have zones without any doing.
    assertThat(all(aws)).isNotEmpty();
  }

  @Test
  void tellsNameAndId() {
    assertThat(all(aws))
        .filteredOn(zone -> zone.zoneName().equals("us-east-1a"))
        .singleElement()
        .satisfies(
            zone -> {
              assertThat(zone.zoneId()).isEqualTo("use1-az6");
              assertThat(zone.state()).isEqualTo("available");
            });
  }
}
