package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;

@CloudTable(
    name = "route_table_association",
    type = {"AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::GatewayRouteTableAssociation"},
    comment = "Which route table a subnet or a gateway uses, and which is a VPC's main one.",
    checks = "num_nonnulls(subnet_id, gateway_id, vpn_gateway_id) <= 1",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-a', 'new-main', '10.0.1.0/24');
        INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-public', 'new-main');
        INSERT INTO route_table_association (route_table_id, subnet_id) VALUES ('new-public', 'new-a');
        """)
public record RouteTableAssociation(
    @AssignedId @Column("Id of the association; AWS gives a new one when the table changes.")
        String routeTableAssociationId,
    @Required @References(RouteTable.class) @Column("The route table.") String routeTableId,
    @Label @Immutable @References(Subnet.class) @Column("Subnet that uses it.") String subnetId,
    @Immutable
        @References(InternetGateway.class)
        @Column("Internet gateway whose incoming traffic uses it.")
        String gatewayId,
    @Immutable @Column("Virtual private gateway whose incoming traffic uses it.")
        String vpnGatewayId,
    @Computed @Column("Whether it makes the table the VPC's main one.") boolean main,
    @Computed @Column("State of the association.") String state,
    @AwsManaged @Column("Whether AWS made it with the VPC: true for a main association.")
        boolean awsManaged) {}
