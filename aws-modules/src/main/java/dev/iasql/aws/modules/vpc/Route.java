package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.References;

@CloudTable(
    name = "route",
    type = "AWS::EC2::Route",
    comment = "Where traffic to a destination goes. The most specific destination wins.",
    checks = {
      // The cast refuses what is no range, and names it.
      "destination LIKE 'pl-%' OR CAST(destination AS cidr) IS NOT NULL",
      "num_nonnulls(gateway_id, vpn_gateway_id, vpc_endpoint_id, nat_gateway_id,"
          + " vpc_peering_connection_id, egress_only_internet_gateway_id, transit_gateway_id,"
          + " carrier_gateway_id, local_gateway_id, core_network_arn) <= 1",
      "coalesce(aws_managed, false) OR num_nonnulls(gateway_id, vpn_gateway_id, vpc_endpoint_id,"
          + " nat_gateway_id, vpc_peering_connection_id, egress_only_internet_gateway_id,"
          + " transit_gateway_id, carrier_gateway_id, local_gateway_id, core_network_arn,"
          + " instance_id, network_interface_id) >= 1"
    },
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO internet_gateway (internet_gateway_id, vpc_id) VALUES ('new-door', 'new-main');
        INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-public', 'new-main');
        INSERT INTO route (route_table_id, destination, gateway_id)
        VALUES ('new-public', '0.0.0.0/0', 'new-door');
        """)
public record Route(
    @Key @References(value = RouteTable.class, partOf = true) @Column("Route table it is in.")
        String routeTableId,
    @Key @Column("IPv4 range, IPv6 range or id of a prefix list the traffic goes to.")
        String destination,
    @References(InternetGateway.class) @Column("Internet gateway it goes through.")
        String gatewayId,
    @References(NatGateway.class) @Column("NAT gateway it goes through.") String natGatewayId,
    @References(PeeringConnection.class) @Column("VPC peering connection it goes through.")
        String vpcPeeringConnectionId,
    @Column("Virtual private gateway it goes through.") String vpnGatewayId,
    @Column("VPC endpoint it goes through.") String vpcEndpointId,
    @Column("Instance it goes through.") String instanceId,
    @Column("Network interface it goes through; AWS sets it if an instance is given.")
        String networkInterfaceId,
    @Column("Egress-only internet gateway it goes through.") String egressOnlyInternetGatewayId,
    @Column("Transit gateway it goes through.") String transitGatewayId,
    @Column("Carrier gateway it goes through.") String carrierGatewayId,
    @Column("Local gateway of an Outpost it goes through.") String localGatewayId,
    @Column("Core network of Cloud WAN it goes through.") String coreNetworkArn,
    @Computed @Column("Whether it stays within the VPC.") boolean localTarget,
    @Computed @Column("State: active, or blackhole if the target is gone.") String state,
    @Computed @Column("How it came about: CreateRoute, CreateRouteTable or propagated.")
        String origin,
    @AwsManaged @Column("Whether AWS made it: local, propagated, or of a gateway endpoint.")
        boolean awsManaged) {}
