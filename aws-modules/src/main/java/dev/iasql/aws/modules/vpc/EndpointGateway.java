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
    name = "endpoint_gateway",
    type = "AWS::EC2::VPCEndpoint",
    comment = "A way to S3 or DynamoDB from a VPC by routes, not over the internet.",
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO route_table (route_table_id, vpc_id) VALUES ('new-public', 'new-main');
        INSERT INTO endpoint_gateway (vpc_id, service_name, route_table_ids)
        VALUES ('new-main', 'com.amazonaws.us-east-1.s3', ARRAY['new-public']);
        """)
public record EndpointGateway(
    @AssignedId @Column("Id of the endpoint.") String vpcEndpointId,
    @Required @Immutable @References(Vpc.class) @Column("VPC it is in.") String vpcId,
    @Label @Required @Immutable @Column("Service, such as com.amazonaws.us-east-1.s3.")
        String serviceName,
    @Column("Policy on its use; AWS's, which allows all, if NULL.") JsonNode policyDocument,
    @DefaultValue("'{}'") @References(RouteTable.class) @Column("Route tables that lead to it.")
        List<String> routeTableIds,
    @Computed @Column("State, such as available.") String state,
    @Computed @Column("Account that owns it.") String ownerId,
    @Computed @Column("When it was made.") Instant creationTimestamp,
    @AwsManaged @Column("Whether an AWS service made it and removes it.") boolean awsManaged,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public EndpointGateway {
    routeTableIds = Lists.sorted(routeTableIds);
    tags = tags == null ? Tags.NONE : tags;
  }
}
