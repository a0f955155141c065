package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NatGatewayResourceIT extends ManagedConformance<NatGateway> {
  @Override
  protected ManagedResource<NatGateway> resource() {
    return new NatGatewayResource();
  }

  @Override
  protected String listAction() {
    return "DescribeNatGateways";
  }

  @Override
  protected NatGateway wanted(int number) {
    return new NatGateway(
        "new-nat",
        network.subnet(number),
        null,
        "public",
        "zonal",
        network.elasticIp(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new Tags(Map.of("Name", "nat-" + number)));
  }

  @Test
  void isAvailableWithItsAddresses() {
    NatGateway created = made(wanted(1));

    assertThat(created.state()).isEqualTo("available");
    assertThat(created.vpcId()).isEqualTo(network.vpc());
    assertThat(created.publicIp()).isNotNull();
    assertThat(created.privateIp()).isNotNull();
  }
}
