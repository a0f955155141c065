package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Tags;
import java.time.Instant;

@CloudTable(
    name = "peering_connection",
    type = "AWS::EC2::VPCPeeringConnection",
    comment = "A connection between two VPCs, also of different regions and accounts.",
    checks = "num_nonnulls(requester_vpc_id, accepter_vpc_id, peer_vpc_id) <= 2",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16'), ('new-lab', '10.1.0.0/16');
        INSERT INTO peering_connection (requester_vpc_id, accepter_vpc_id) VALUES ('new-lab', 'new-main');
        """)
public record PeeringConnection(
    @AssignedId @Column("Id of the connection.") String vpcPeeringConnectionId,
    @Immutable
        @References(Vpc.class)
        @Column("VPC that asked, if it is of this account and region.")
        String requesterVpcId,
    @Immutable
        @References(Vpc.class)
        @Column("VPC that was asked, if it is of this account and region.")
        String accepterVpcId,
    @Immutable @Column("The VPC of another account or region.") String peerVpcId,
    @Immutable @Column("Account that was asked; this one if NULL.") String accepterOwnerId,
    @Immutable @Column("Region that was asked; this one if NULL.") String accepterRegion,
    @Computed @Column("Account that asked.") String requesterOwnerId,
    @Computed @Column("Region that asked.") String requesterRegion,
    @Computed @Column("IPv4 range of the VPC that asked.") Cidr requesterCidrBlock,
    @Computed @Column("IPv4 range of the VPC that was asked.") Cidr accepterCidrBlock,
    @Computed @Column("State, such as pending-acceptance or active.") String statusCode,
    @Computed @Column("Explanation of the state.") String statusMessage,
    @Computed @Column("When a connection nobody accepted lapses.") Instant expirationTime,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public PeeringConnection {
    tags = tags == null ? Tags.NONE : tags;
  }
}
