package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Tags;
import java.util.List;

@CloudTable(
    name = "route_table",
    type = "AWS::EC2::RouteTable",
    comment = "Where traffic that leaves subnets or enters gateways goes; its routes are in route.",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO route_table (vpc_id, tags) VALUES ('new-main', '{"Name": "public"}');
        """)
public record RouteTable(
    @AssignedId @Column("Id of the route table.") String routeTableId,
    @Required @Immutable @References(Vpc.class) @Column("VPC it belongs to.") String vpcId,
    @Computed @Column("Virtual private gateways that add routes to it.")
        List<String> propagatingVgws,
    @Computed @Column("Account that owns it.") String ownerId,
    @AwsManaged @Column("Whether it is the VPC's main route table.") boolean awsManaged,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public RouteTable {
    propagatingVgws = Lists.sorted(propagatingVgws);
    tags = tags == null ? Tags.NONE : tags;
  }
}
