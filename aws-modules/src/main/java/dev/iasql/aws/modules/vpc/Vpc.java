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
import java.util.List;

@CloudTable(
    name = "vpc",
    type = {"AWS::EC2::VPC", "AWS::EC2::VPCCidrBlock", "AWS::EC2::VPCDHCPOptionsAssociation"},
    comment = "An isolated virtual network.",
    checks = "masklen(cidr_block) BETWEEN 16 AND 28",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block, enable_dns_hostnames, tags)
        VALUES ('new-main', '10.0.0.0/16', true, '{"Name": "main"}');
        """)
public record Vpc(
    @AssignedId @Column("Id of the VPC.") String vpcId,
    @Label @Required @Immutable @Column("Primary IPv4 address range.") Cidr cidrBlock,
    @DefaultValue("'{}'") @Column("Further IPv4 address ranges.") List<Cidr> secondaryCidrBlocks,
    @Column("Whether the VPC has an IPv6 address range from Amazon's pool.")
        boolean amazonProvidedIpv6CidrBlock,
    @Computed @Column("IPv6 address ranges.") List<Cidr> ipv6CidrBlocks,
    @DefaultValue("'default'")
        @Column("Tenancy of instances launched into it: default or dedicated.")
        String instanceTenancy,
    @DefaultValue("true") @Column("Whether the Amazon DNS server answers in it.")
        boolean enableDnsSupport,
    @Column("Whether instances with public addresses get public DNS names.")
        boolean enableDnsHostnames,
    @References(DhcpOptions.class)
        @Column("DHCP options of its instances; the region's default ones if NULL at creation.")
        String dhcpOptionsId,
    @Computed @Column("Whether it is the region's default VPC.") boolean isDefault,
    @Computed @Column("State: pending or available.") String state,
    @Computed @Column("Account that owns it.") String ownerId,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public Vpc {
    secondaryCidrBlocks = Lists.sorted(secondaryCidrBlocks);
    ipv6CidrBlocks = Lists.sorted(ipv6CidrBlocks);
    tags = tags == null ? Tags.NONE : tags;
  }
}
