package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AwsModule;
import java.util.List;
import java.util.Map;

/** Networks without what is in them but subnets and the way to the internet. */
public final class VpcLeanModule {
  public static final AwsModule MODULE =
      new AwsModule(
          "aws_vpc_lean",
          "1.0.0",
          "Virtual networks at their simplest: VPCs, subnets, internet gateways.",
          Map.of("aws_account", "^1.0.0"),
          List.of("vpcs@1.0.0"),
          List.of(),
          List.of(
              new AvailabilityZoneResource(),
              new DhcpOptionsResource(),
              new VpcResource(),
              new SubnetResource(),
              new InternetGatewayResource()),
          List.of());

  private VpcLeanModule() {}
}
