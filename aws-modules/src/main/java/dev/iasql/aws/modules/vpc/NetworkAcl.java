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

@CloudTable(
    name = "network_acl",
    type = "AWS::EC2::NetworkAcl",
    comment = "A filter for the traffic of subnets; its rules are in network_acl_entry.",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO network_acl (vpc_id) VALUES ('new-main');
        """)
public record NetworkAcl(
    @AssignedId @Column("Id of the network ACL.") String networkAclId,
    @Required @Immutable @References(Vpc.class) @Column("VPC it belongs to.") String vpcId,
    @Computed @Column("Whether subnets use it that name no other.") boolean isDefault,
    @Computed @Column("Account that owns it.") String ownerId,
    @AwsManaged @Column("Whether AWS made it with the VPC: true for the default one.")
        boolean awsManaged,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public NetworkAcl {
    tags = tags == null ? Tags.NONE : tags;
  }
}
