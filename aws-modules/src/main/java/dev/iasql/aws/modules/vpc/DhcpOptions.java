package dev.iasql.aws.modules.vpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Tags;

@CloudTable(
    name = "dhcp_options",
    type = "AWS::EC2::DHCPOptions",
    comment = "What instances of a VPC are told by DHCP, such as their name servers.",
    checks = "jsonb_typeof(dhcp_configurations) = 'object'",
    example =
        """
        INSERT INTO dhcp_options (dhcp_configurations)
        VALUES ('{"domain-name": ["example.com"], "domain-name-servers": ["AmazonProvidedDNS"]}');
        """)
public record DhcpOptions(
    @AssignedId @Column("Id of the set of options.") String dhcpOptionsId,
    @Required
        @Immutable
        @Column("The options: an object of names, such as domain-name-servers, to lists of values.")
        JsonNode dhcpConfigurations,
    @Computed @Column("Account that owns it.") String ownerId,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public DhcpOptions {
    tags = tags == null ? Tags.NONE : tags;
  }
}
