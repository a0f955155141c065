package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
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
  void waitsWhileItIsPending() {
    emulated.proxy().inject(AwsFault.answer("DescribeNatGateways", 3, in("pending")));

    NatGateway created = made(wanted(1));

    assertThat(created.state()).isEqualTo("available");
  }

  @Test
  void reportsWhyItCouldNotBeMade() {
    NatGateway wanted = wanted(1);
    emulated.proxy().inject(AwsFault.answer("DescribeNatGateways", 3, in("failed")));

    assertThatThrownBy(() -> resource().create(aws, wanted))
        .isInstanceOfSatisfying(
            ExternalException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.AWS_REJECTED);
              assertThat(e).hasMessage("Network vpc-1 has no Internet gateway attached");
              assertThat(e.fault().detail()).contains("Gateway.NotAttached");
            });
  }

  private static String in(String state) {
    return """
    <DescribeNatGatewaysResponse><natGatewaySet><item>
      <natGatewayId>nat-1</natGatewayId><state>%s</state>
      <failureCode>Gateway.NotAttached</failureCode>
      <failureMessage>Network vpc-1 has no Internet gateway attached</failureMessage>
    </item></natGatewaySet></DescribeNatGatewaysResponse>"""
        .formatted(state);
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
