package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Inet;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.Tags;

@CloudTable(
    name = "elastic_ip",
    type = "AWS::EC2::EIP",
    comment = "A public IPv4 address that belongs to the account until it is released.",
    example =
        """
        INSERT INTO elastic_ip (tags) VALUES ('{"Name": "way out"}');
        """)
public record ElasticIp(
    @AssignedId @Column("Id of the allocation.") String allocationId,
    @Label @Computed @Column("The address.") Inet publicIp,
    @Immutable @Column("Pool the address comes from; AWS's own if NULL.") String publicIpv4Pool,
    @Immutable @Column("Set of zones the address is advertised from.") String networkBorderGroup,
    @Immutable @Column("Pool of the customer on an Outpost the address comes from.")
        String customerOwnedIpv4Pool,
    @Computed @Column("Address of the customer on an Outpost.") Inet customerOwnedIp,
    @Computed @Column("Address of a carrier, in a wavelength zone.") Inet carrierIp,
    @Computed @Column("What it can be used for: vpc.") String domain,
    @Computed @Column("Id of its use by an instance or network interface.") String associationId,
    @Computed @Column("Instance that uses it.") String instanceId,
    @Computed @Column("Network interface that uses it.") String networkInterfaceId,
    @Computed @Column("Account of the network interface that uses it.")
        String networkInterfaceOwnerId,
    @Computed @Column("Private address it stands for.") Inet privateIpAddress,
    @Computed @Column("AWS service that allocated it and releases it: alb, nlb, rnat or rds.")
        String serviceManaged,
    @AwsManaged @Column("Whether an AWS service allocated it.") boolean awsManaged,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public ElasticIp {
    tags = tags == null ? Tags.NONE : tags;
  }
}
