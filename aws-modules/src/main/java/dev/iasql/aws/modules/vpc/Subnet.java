package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Tags;

@CloudTable(
    name = "subnet",
    type = {
      "AWS::EC2::Subnet",
      "AWS::EC2::SubnetCidrBlock",
      "AWS::EC2::SubnetNetworkAclAssociation"
    },
    comment = "A part of a VPC's address ranges in one availability zone.",
    checks = "masklen(cidr_block) BETWEEN 16 AND 28",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO subnet (vpc_id, cidr_block, map_public_ip_on_launch)
        VALUES ('new-main', '10.0.1.0/24', true);
        """)
public record Subnet(
    @AssignedId @Column("Id of the subnet.") String subnetId,
    @Required @Immutable @References(Vpc.class) @Column("VPC it is a part of.") String vpcId,
    @Label @Immutable @Column("IPv4 address range; NULL in a subnet with IPv6 only.")
        Cidr cidrBlock,
    @Column("IPv6 address range, a /64 of the VPC's.") Cidr ipv6CidrBlock,
    @Immutable @References(AvailabilityZone.class) @Column("Zone it is in; AWS chooses if NULL.")
        String availabilityZone,
    @Computed @Column("Id of the zone, the same in every account.") String availabilityZoneId,
    @Column("Whether instances started in it get a public IPv4 address.")
        boolean mapPublicIpOnLaunch,
    @Column("Whether network interfaces made in it get an IPv6 address.")
        boolean assignIpv6AddressOnCreation,
    @Column("Whether the DNS server answers with IPv6 addresses for names that have IPv4 only.")
        boolean enableDns64,
    @Immutable @Column("Whether it has IPv6 only.") boolean ipv6Native,
    @Column("What host names are made of: ip-name or resource-name.")
        String privateDnsHostnameTypeOnLaunch,
    @Column("Whether resource names get an IPv4 DNS record.") boolean enableResourceNameDnsA,
    @Column("Whether resource names get an IPv6 DNS record.") boolean enableResourceNameDnsAaaa,
    @References(value = NetworkAcl.class, optional = true)
        @Column("Network ACL that filters its traffic.")
        String networkAclId,
    @Immutable @Column("Outpost it is on.") String outpostArn,
    @Computed @Column("Pool of addresses of the customer on an Outpost.")
        String customerOwnedIpv4Pool,
    @Computed @Column("Whether instances get an address of the customer's pool on an Outpost.")
        boolean mapCustomerOwnedIpOnLaunch,
    @Computed @Column("IPv4 addresses not in use.") Integer availableIpAddressCount,
    @Computed @Column("Whether it is the zone's default subnet.") boolean defaultForAz,
    @Computed @Column("State: pending, available or unavailable.") String state,
    @Computed @Column("Account that owns it; another one if it is shared.") String ownerId,
    @Computed @Column("ARN of the subnet.") String subnetArn,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public Subnet {
    tags = tags == null ? Tags.NONE : tags;
  }
}
