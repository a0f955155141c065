package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InternetGatewayResourceIT extends ManagedConformance<InternetGateway> {
  @Override
  protected ManagedResource<InternetGateway> resource() {
    return new InternetGatewayResource();
  }

  @Override
  protected String listAction() {
    return "DescribeInternetGateways";
  }

  @Override
  protected InternetGateway wanted(int number) {
    return new InternetGateway(
        "new-gateway",
        network.anotherVpc(),
        null,
        null,
        new Tags(Map.of("Name", "gateway-" + number)));
  }

  @Override
  protected Map<String, Object> changes(InternetGateway created) {
    return Map.of("vpc_id", network.anotherVpc());
  }

  @Test
  void canBeDetached() {
    InternetGateway attached = made(wanted(1));

    InternetGateway detached = resource().update(aws, attached, with(attached, "vpc_id", null));

    assertThat(detached.vpcId()).isNull();
    assertThat(detached.attachmentState()).isNull();
    resource().delete(aws, attached);
    assertThat(listed(detached)).isNull();
  }
}
