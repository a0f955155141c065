package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Tags;

@CloudTable(
    name = "internet_gateway",
    type = "AWS::EC2::InternetGateway",
    comment = "What connects a VPC to the internet.",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO internet_gateway (vpc_id) VALUES ('new-main');
        """)
public record InternetGateway(
    @AssignedId @Column("Id of the gateway.") String internetGatewayId,
    @References(Vpc.class) @Column("VPC it is attached to; NULL while detached.") String vpcId,
    @Computed @Column("State of the attachment.") String attachmentState,
    @Computed @Column("Account that owns it.") String ownerId,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public InternetGateway {
    tags = tags == null ? Tags.NONE : tags;
  }
}
