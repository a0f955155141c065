package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Inet;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Tags;
import java.time.Instant;

@CloudTable(
    name = "nat_gateway",
    type = "AWS::EC2::NatGateway",
    comment = "Lets instances without public addresses open connections out of their subnet.",
    checks = "connectivity_type <> 'private' OR allocation_id IS NULL",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-a', 'new-main', '10.0.1.0/24');
        INSERT INTO elastic_ip (allocation_id) VALUES ('new-way-out');
        INSERT INTO nat_gateway (subnet_id, allocation_id) VALUES ('new-a', 'new-way-out');
        """)
public record NatGateway(
    @AssignedId @Column("Id of the gateway.") String natGatewayId,
    @Immutable @References(Subnet.class) @Column("Subnet it is in; NULL for a regional one.")
        String subnetId,
    @Immutable
        @References(Vpc.class)
        @Column("VPC it is in; give it for a regional gateway, which has no subnet.")
        String vpcId,
    @Immutable
        @DefaultValue("'public'")
        @Column("public, or private for traffic to other networks.")
        String connectivityType,
    @Immutable @DefaultValue("'zonal'") @Column("zonal, or regional for one in all zones.")
        String availabilityMode,
    @Immutable @References(ElasticIp.class) @Column("Elastic IP of a public gateway.")
        String allocationId,
    @Immutable @Column("Private address; AWS chooses if NULL.") Inet privateIp,
    @Computed @Column("Public address.") Inet publicIp,
    @Computed @Column("Its network interface.") String networkInterfaceId,
    @Computed @Column("State: pending, available, failed, deleting.") String state,
    @Computed @Column("Why it could not be made: a code.") String failureCode,
    @Computed @Column("Why it could not be made: an explanation.") String failureMessage,
    @Computed @Column("When it was made.") Instant createTime,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public NatGateway {
    tags = tags == null ? Tags.NONE : tags;
  }
}
