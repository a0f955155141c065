package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsOnLaunch;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/**
 * Subnets. Which network ACL filters one is said by the ACLs alone, so each page of subnets costs a
 * second call that asks for the ACLs of its VPCs.
 */
final class SubnetResource implements ManagedResource<Subnet> {
  @Override
  public Class<Subnet> record() {
    return Subnet.class;
  }

  @Override
  public Stream<Subnet> list(Aws aws) {
    Ec2Client ec2 = Ec2.client(aws);
    // As many on a page as the filter of the second call takes.
    return ec2.describeSubnetsPaginator(r -> r.maxResults(Ec2.FILTER_VALUES)).stream()
        .flatMap(page -> rows(ec2, page.subnets()));
  }

  @Override
  public Subnet create(Aws aws, Subnet wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createSubnet(
                r ->
                    r.vpcId(wanted.vpcId())
                        .cidrBlock(text(wanted.cidrBlock()))
                        .ipv6CidrBlock(text(wanted.ipv6CidrBlock()))
                        .ipv6Native(wanted.ipv6Native() ? true : null)
                        .availabilityZone(wanted.availabilityZone())
                        .outpostArn(wanted.outpostArn())
                        .tagSpecifications(Ec2Tags.at(ResourceType.SUBNET, wanted.tags())))
            .subnet()
            .subnetId();
    return Creation.complete(
        () -> {
          new SubnetChange(ec2, ReadBack.found(() -> read(ec2, id)), wanted).apply();
          return ReadBack.created(wanted, () -> read(ec2, id));
        },
        () -> ec2.deleteSubnet(r -> r.subnetId(id)));
  }

  @Override
  public Subnet update(Aws aws, Subnet from, Subnet to) {
    Ec2Client ec2 = Ec2.client(aws);
    new SubnetChange(ec2, from, to).apply();
    Ec2Tags.change(ec2, from.subnetId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, from.subnetId()));
  }

  @Override
  public void delete(Aws aws, Subnet subnet) {
    Deletion.run(() -> Ec2.client(aws).deleteSubnet(r -> r.subnetId(subnet.subnetId())));
  }

  private static Optional<Subnet> read(Ec2Client ec2, String id) {
    return rows(ec2, ec2.describeSubnets(r -> r.subnetIds(id)).subnets()).findFirst();
  }

  private static Stream<Subnet> rows(
      Ec2Client ec2, List<software.amazon.awssdk.services.ec2.model.Subnet> subnets) {
    Map<String, String> acls =
        NetworkAclAssociations.aclsIn(
            ec2, subnets.stream().map(subnet -> subnet.vpcId()).collect(Collectors.toSet()));
    return subnets.stream().map(subnet -> row(subnet, acls.get(subnet.subnetId())));
  }

  private static Subnet row(
      software.amazon.awssdk.services.ec2.model.Subnet subnet, String networkAclId) {
    Optional<PrivateDnsNameOptionsOnLaunch> names =
        Optional.ofNullable(subnet.privateDnsNameOptionsOnLaunch());
    return new Subnet(
        subnet.subnetId(),
        subnet.vpcId(),
        Cidr.of(subnet.cidrBlock()),
        SubnetChange.ipv6(subnet).map(range -> Cidr.of(range.ipv6CidrBlock())).orElse(null),
        subnet.availabilityZone(),
        subnet.availabilityZoneId(),
        Boolean.TRUE.equals(subnet.mapPublicIpOnLaunch()),
        Boolean.TRUE.equals(subnet.assignIpv6AddressOnCreation()),
        Boolean.TRUE.equals(subnet.enableDns64()),
        Boolean.TRUE.equals(subnet.ipv6Native()),
        names.map(PrivateDnsNameOptionsOnLaunch::hostnameTypeAsString).orElse(null),
        names.map(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsARecord).orElse(false),
        names.map(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsAAAARecord).orElse(false),
        networkAclId,
        subnet.outpostArn(),
        subnet.customerOwnedIpv4Pool(),
        Boolean.TRUE.equals(subnet.mapCustomerOwnedIpOnLaunch()),
        subnet.availableIpAddressCount(),
        Boolean.TRUE.equals(subnet.defaultForAz()),
        subnet.stateAsString(),
        subnet.ownerId(),
        subnet.subnetArn(),
        Ec2Tags.of(subnet.tags()));
  }

  private static String text(Cidr range) {
    return range == null ? null : range.value();
  }
}
