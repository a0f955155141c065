package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.DnsOptions;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** VPC endpoints of type Interface. */
final class EndpointInterfaceResource implements ManagedResource<EndpointInterface> {
  @Override
  public Class<EndpointInterface> record() {
    return EndpointInterface.class;
  }

  @Override
  public Stream<EndpointInterface> list(Aws aws) {
    return VpcEndpoints.all(Ec2.client(aws), VpcEndpointType.INTERFACE)
        .map(EndpointInterfaceResource::row);
  }

  @Override
  public EndpointInterface create(Aws aws, EndpointInterface wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createVpcEndpoint(
                r ->
                    r.vpcEndpointType(VpcEndpointType.INTERFACE)
                        .vpcId(wanted.vpcId())
                        .serviceName(wanted.serviceName())
                        .policyDocument(VpcEndpoints.text(wanted.policyDocument()))
                        .subnetIds(wanted.subnetIds())
                        .securityGroupIds(wanted.securityGroupIds())
                        .privateDnsEnabled(wanted.privateDnsEnabled())
                        .ipAddressType(wanted.ipAddressType())
                        .dnsOptions(dns(wanted))
                        .clientToken(aws.idempotencyToken())
                        .tagSpecifications(Ec2Tags.at(ResourceType.VPC_ENDPOINT, wanted.tags())))
            .vpcEndpoint()
            .vpcEndpointId();
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public EndpointInterface update(Aws aws, EndpointInterface from, EndpointInterface to) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = from.vpcEndpointId();
    ModifyVpcEndpointRequest changes = changes(from, to);
    if (!changes.equals(ModifyVpcEndpointRequest.builder().vpcEndpointId(id).build())) {
      ec2.modifyVpcEndpoint(changes);
    }
    Ec2Tags.change(ec2, id, from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, id));
  }

  @Override
  public void delete(Aws aws, EndpointInterface endpoint) {
    Deletion.run(() -> VpcEndpoints.delete(Ec2.client(aws), endpoint.vpcEndpointId()));
  }

  /** Only what differs: EC2 works for minutes on each thing it is told to change. */
  private static ModifyVpcEndpointRequest changes(EndpointInterface from, EndpointInterface to) {
    var request = ModifyVpcEndpointRequest.builder().vpcEndpointId(from.vpcEndpointId());
    if (!Objects.equals(from.policyDocument(), to.policyDocument())) {
      request
          .policyDocument(VpcEndpoints.text(to.policyDocument()))
          .resetPolicy(VpcEndpoints.isNone(to.policyDocument()) ? true : null);
    }
    if (!from.subnetIds().equals(to.subnetIds())) {
      request
          .addSubnetIds(Lists.without(to.subnetIds(), from.subnetIds()))
          .removeSubnetIds(Lists.without(from.subnetIds(), to.subnetIds()));
    }
    if (to.securityGroupIds() != null && !to.securityGroupIds().equals(from.securityGroupIds())) {
      List<String> before = Lists.sorted(from.securityGroupIds());
      request
          .addSecurityGroupIds(Lists.without(to.securityGroupIds(), before))
          .removeSecurityGroupIds(Lists.without(before, to.securityGroupIds()));
    }
    if (from.privateDnsEnabled() != to.privateDnsEnabled()) {
      request.privateDnsEnabled(to.privateDnsEnabled());
    }
    if (!Objects.equals(from.ipAddressType(), to.ipAddressType())) {
      request.ipAddressType(to.ipAddressType());
    }
    if (!Objects.equals(from.dnsRecordIpType(), to.dnsRecordIpType())) {
      request.dnsOptions(dns(to));
    }
    return request.build();
  }

  private static DnsOptionsSpecification dns(EndpointInterface endpoint) {
    return endpoint.dnsRecordIpType() == null
        ? null
        : DnsOptionsSpecification.builder().dnsRecordIpType(endpoint.dnsRecordIpType()).build();
  }

  private static Optional<EndpointInterface> read(Ec2Client ec2, String id) {
    return VpcEndpoints.one(ec2, id).map(EndpointInterfaceResource::row);
  }

  private static EndpointInterface row(VpcEndpoint endpoint) {
    return new EndpointInterface(
        endpoint.vpcEndpointId(),
        endpoint.vpcId(),
        endpoint.serviceName(),
        VpcEndpoints.policy(endpoint),
        endpoint.subnetIds(),
        endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).toList(),
        Boolean.TRUE.equals(endpoint.privateDnsEnabled()),
        endpoint.ipAddressTypeAsString(),
        Optional.ofNullable(endpoint.dnsOptions())
            .map(DnsOptions::dnsRecordIpTypeAsString)
            .orElse(null),
        endpoint.dnsEntries().stream().map(DnsEntry::dnsName).toList(),
        endpoint.networkInterfaceIds(),
        endpoint.stateAsString(),
        endpoint.ownerId(),
        endpoint.creationTimestamp(),
        Boolean.TRUE.equals(endpoint.requesterManaged()),
        Ec2Tags.of(endpoint.tags()));
  }
}
