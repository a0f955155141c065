package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** VPC endpoints of type Gateway. */
final class EndpointGatewayResource implements ManagedResource<EndpointGateway> {
  @Override
  public Class<EndpointGateway> record() {
    return EndpointGateway.class;
  }

  @Override
  public Stream<EndpointGateway> list(Aws aws) {
    return VpcEndpoints.all(Ec2.client(aws), VpcEndpointType.GATEWAY)
        .map(EndpointGatewayResource::row);
  }

  @Override
  public EndpointGateway create(Aws aws, EndpointGateway wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createVpcEndpoint(
                r ->
                    r.vpcEndpointType(VpcEndpointType.GATEWAY)
                        .vpcId(wanted.vpcId())
                        .serviceName(wanted.serviceName())
                        .policyDocument(VpcEndpoints.text(wanted.policyDocument()))
                        .routeTableIds(wanted.routeTableIds())
                        .clientToken(aws.idempotencyToken())
                        .tagSpecifications(Ec2Tags.at(ResourceType.VPC_ENDPOINT, wanted.tags())))
            .vpcEndpoint()
            .vpcEndpointId();
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public EndpointGateway update(Aws aws, EndpointGateway from, EndpointGateway to) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = from.vpcEndpointId();
    boolean policyDiffers = !Objects.equals(from.policyDocument(), to.policyDocument());
    if (policyDiffers || !from.routeTableIds().equals(to.routeTableIds())) {
      ec2.modifyVpcEndpoint(
          r ->
              r.vpcEndpointId(id)
                  .policyDocument(policyDiffers ? VpcEndpoints.text(to.policyDocument()) : null)
                  .resetPolicy(policyDiffers && VpcEndpoints.isNone(to.policyDocument()))
                  .addRouteTableIds(Lists.without(to.routeTableIds(), from.routeTableIds()))
                  .removeRouteTableIds(Lists.without(from.routeTableIds(), to.routeTableIds())));
    }
    Ec2Tags.change(ec2, id, from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, id));
  }

  @Override
  public void delete(Aws aws, EndpointGateway endpoint) {
    Deletion.run(() -> VpcEndpoints.delete(Ec2.client(aws), endpoint.vpcEndpointId()));
  }

  private static Optional<EndpointGateway> read(Ec2Client ec2, String id) {
    return VpcEndpoints.one(ec2, id).map(EndpointGatewayResource::row);
  }

  private static EndpointGateway row(VpcEndpoint endpoint) {
    return new EndpointGateway(
        endpoint.vpcEndpointId(),
        endpoint.vpcId(),
        endpoint.serviceName(),
        VpcEndpoints.policy(endpoint),
        endpoint.routeTableIds(),
        endpoint.stateAsString(),
        endpoint.ownerId(),
        endpoint.creationTimestamp(),
        Boolean.TRUE.equals(endpoint.requesterManaged()),
        Ec2Tags.of(endpoint.tags()));
  }
}
