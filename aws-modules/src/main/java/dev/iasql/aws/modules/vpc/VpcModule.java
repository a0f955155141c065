package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AwsModule;
import java.util.List;
import java.util.Map;

/** Networks: VPCs and what is in them. */
public final class VpcModule {
  public static final AwsModule MODULE =
      new AwsModule(
          "aws_vpc",
          "1.0.0",
          "Virtual networks: VPCs, subnets, routes, gateways, network ACLs, endpoints, addresses.",
          Map.of("aws_account", "^1.0.0"),
          List.of("vpcs@1.0.0"),
          List.of(),
          List.of(
              new AvailabilityZoneResource(),
              new DhcpOptionsResource(),
              new VpcResource(),
              new NetworkAclResource(),
              new NetworkAclEntryResource(),
              new SubnetResource(),
              new InternetGatewayResource(),
              new ElasticIpResource(),
              new NatGatewayResource(),
              new PeeringConnectionResource(),
              new RouteTableResource(),
              new RouteTableAssociationResource(),
              new RouteResource(),
              new EndpointGatewayResource(),
              new EndpointInterfaceResource()),
          List.of());

  private VpcModule() {}
}
