package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Inet;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Elastic IP addresses. EC2 has no pages for them. */
final class ElasticIpResource implements ManagedResource<ElasticIp> {
  @Override
  public Class<ElasticIp> record() {
    return ElasticIp.class;
  }

  @Override
  public Stream<ElasticIp> list(Aws aws) {
    return Ec2.client(aws).describeAddresses().addresses().stream().map(ElasticIpResource::row);
  }

  @Override
  public ElasticIp create(Aws aws, ElasticIp wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.allocateAddress(
                r ->
                    r.domain(DomainType.VPC)
                        .publicIpv4Pool(wanted.publicIpv4Pool())
                        .networkBorderGroup(wanted.networkBorderGroup())
                        .customerOwnedIpv4Pool(wanted.customerOwnedIpv4Pool())
                        .tagSpecifications(Ec2Tags.at(ResourceType.ELASTIC_IP, wanted.tags())))
            .allocationId();
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public ElasticIp update(Aws aws, ElasticIp from, ElasticIp to) {
    Ec2Client ec2 = Ec2.client(aws);
    Ec2Tags.change(ec2, from.allocationId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, from.allocationId()));
  }

  @Override
  public void delete(Aws aws, ElasticIp address) {
    Deletion.run(() -> Ec2.client(aws).releaseAddress(r -> r.allocationId(address.allocationId())));
  }

  private static Optional<ElasticIp> read(Ec2Client ec2, String id) {
    return ec2.describeAddresses(r -> r.allocationIds(id)).addresses().stream()
        .findFirst()
        .map(ElasticIpResource::row);
  }

  private static ElasticIp row(Address address) {
    return new ElasticIp(
        address.allocationId(),
        Inet.of(address.publicIp()),
        address.publicIpv4Pool(),
        address.networkBorderGroup(),
        address.customerOwnedIpv4Pool(),
        Inet.of(address.customerOwnedIp()),
        Inet.of(address.carrierIp()),
        address.domainAsString(),
        emptyToNull(address.associationId()),
        emptyToNull(address.instanceId()),
        emptyToNull(address.networkInterfaceId()),
        emptyToNull(address.networkInterfaceOwnerId()),
        Inet.of(address.privateIpAddress()),
        address.serviceManagedAsString(),
        address.serviceManagedAsString() != null,
        Ec2Tags.of(address.tags()));
  }

  /** EC2 says of an address nothing uses that an instance without an id uses it. */
  private static String emptyToNull(String id) {
    return id == null || id.isEmpty() ? null : id;
  }
}
