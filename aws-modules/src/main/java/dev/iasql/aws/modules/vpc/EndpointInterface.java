package dev.iasql.aws.modules.vpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Tags;
import java.time.Instant;
import java.util.List;

@CloudTable(
    name = "endpoint_interface",
    type = "AWS::EC2::VPCEndpoint",
    comment = "A way to a service from a VPC by network interfaces with private addresses.",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('new-a', 'new-main', '10.0.1.0/24');
        INSERT INTO endpoint_interface (vpc_id, service_name, subnet_ids)
        VALUES ('new-main', 'com.amazonaws.us-east-1.sqs', ARRAY['new-a']);
        """)
public record EndpointInterface(
    @AssignedId @Column("Id of the endpoint.") String vpcEndpointId,
    @Required @Immutable @References(Vpc.class) @Column("VPC it is in.") String vpcId,
    @Label @Required @Immutable @Column("Service, such as com.amazonaws.us-east-1.sqs.")
        String serviceName,
    @Column("Policy on its use; AWS's, which allows all, if NULL.") JsonNode policyDocument,
    @DefaultValue("'{}'")
        @References(Subnet.class)
        @Column("Subnets it has network interfaces in, one per zone.")
        List<String> subnetIds,
    @Column("Security groups of its network interfaces; the VPC's default one if NULL.")
        List<String> securityGroupIds,
    @DefaultValue("true") @Column("Whether the service's usual DNS name leads to it in the VPC.")
        boolean privateDnsEnabled,
    @Column("Addresses it takes: ipv4, ipv6 or dualstack.") String ipAddressType,
    @Column("DNS records of it: ipv4, ipv6, dualstack or service-defined.") String dnsRecordIpType,
    @Computed @Column("DNS names of the endpoint.") List<String> dnsNames,
    @Computed @Column("Its network interfaces.") List<String> networkInterfaceIds,
    @Computed @Column("State, such as pending or available.") String state,
    @Computed @Column("Account that owns it.") String ownerId,
    @Computed @Column("When it was made.") Instant creationTimestamp,
    @AwsManaged @Column("Whether an AWS service made it and removes it.") boolean awsManaged,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public EndpointInterface {
    subnetIds = Lists.sorted(subnetIds);
    securityGroupIds = securityGroupIds == null ? null : Lists.sorted(securityGroupIds);
    dnsNames = Lists.sorted(dnsNames);
    networkInterfaceIds = Lists.sorted(networkInterfaceIds);
    tags = tags == null ? Tags.NONE : tags;
  }
}
