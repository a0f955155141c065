package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElasticIpResourceIT extends ManagedConformance<ElasticIp> {
  @Override
  protected ManagedResource<ElasticIp> resource() {
    return new ElasticIpResource();
  }

  @Override
  protected String listAction() {
    return "DescribeAddresses";
  }

  @Override
  protected boolean hasPages() {
    return false;
  }

  @Override
  protected ElasticIp wanted(int number) {
    return new ElasticIp(
        "new-address",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        new Tags(Map.of("Name", "address-" + number)));
  }

  @Test
  void saysTheAddress() {
    ElasticIp created = made(wanted(1));

    assertThat(created.publicIp().value()).matches("[0-9.]+");
    assertThat(created.domain()).isEqualTo("vpc");
    assertThat(created.instanceId()).isNull();
    assertThat(created.awsManaged()).isFalse();
  }
}
