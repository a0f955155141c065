package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.AwsFaults;
import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/**
 * VPCs. DNS support and DNS host names are in no list: they take two calls per VPC, made when its
 * row is read.
 */
final class VpcResource implements ManagedResource<Vpc> {
  /** What EC2 calls having no DHCP options. */
  private static final String NO_DHCP_OPTIONS = "default";

  @Override
  public Class<Vpc> record() {
    return Vpc.class;
  }

  @Override
  public Stream<Vpc> list(Aws aws) {
    Ec2Client ec2 = Ec2.client(aws);
    return ec2.describeVpcsPaginator(r -> r.maxResults(Ec2.PAGE)).vpcs().stream()
        .flatMap(vpc -> stillThere(ec2, vpc).stream());
  }

  @Override
  public Vpc create(Aws aws, Vpc wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createVpc(
                r ->
                    r.cidrBlock(wanted.cidrBlock().value())
                        .instanceTenancy(wanted.instanceTenancy())
                        .amazonProvidedIpv6CidrBlock(wanted.amazonProvidedIpv6CidrBlock())
                        .tagSpecifications(Ec2Tags.at(ResourceType.VPC, wanted.tags())))
            .vpc()
            .vpcId();
    return Creation.complete(
        () -> {
          change(ec2, ReadBack.found(() -> read(ec2, id)), wanted, wanted.dhcpOptionsId() != null);
          return ReadBack.created(wanted, () -> read(ec2, id));
        },
        () -> ec2.deleteVpc(r -> r.vpcId(id)));
  }

  @Override
  public Vpc update(Aws aws, Vpc from, Vpc to) {
    Ec2Client ec2 = Ec2.client(aws);
    change(ec2, from, to, !Objects.equals(from.dhcpOptionsId(), to.dhcpOptionsId()));
    Ec2Tags.change(ec2, from.vpcId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, from.vpcId()));
  }

  @Override
  public void delete(Aws aws, Vpc vpc) {
    Deletion.run(() -> Ec2.client(aws).deleteVpc(r -> r.vpcId(vpc.vpcId())));
  }

  private static void change(Ec2Client ec2, Vpc from, Vpc to, boolean dhcpOptions) {
    String id = from.vpcId();
    if (to.enableDnsSupport() && !from.enableDnsSupport()) {
      ec2.modifyVpcAttribute(r -> r.vpcId(id).enableDnsSupport(v -> v.value(true)));
    }
    if (to.enableDnsHostnames() != from.enableDnsHostnames()) {
      ec2.modifyVpcAttribute(
          r -> r.vpcId(id).enableDnsHostnames(v -> v.value(to.enableDnsHostnames())));
    }
    // Last, because host names need the DNS server.
    if (!to.enableDnsSupport() && from.enableDnsSupport()) {
      ec2.modifyVpcAttribute(r -> r.vpcId(id).enableDnsSupport(v -> v.value(false)));
    }
    if (to.instanceTenancy() != null && !to.instanceTenancy().equals(from.instanceTenancy())) {
      ec2.modifyVpcTenancy(r -> r.vpcId(id).instanceTenancy(to.instanceTenancy()));
    }
    if (dhcpOptions) {
      String options = Objects.requireNonNullElse(to.dhcpOptionsId(), NO_DHCP_OPTIONS);
      ec2.associateDhcpOptions(r -> r.vpcId(id).dhcpOptionsId(options));
    }
    new VpcAddressRanges(ec2, id).change(from, to);
  }

  private static Optional<Vpc> read(Ec2Client ec2, String id) {
    return ec2.describeVpcs(r -> r.vpcIds(id)).vpcs().stream()
        .findFirst()
        .map(vpc -> row(ec2, vpc));
  }

  private static Optional<Vpc> stillThere(
      Ec2Client ec2, software.amazon.awssdk.services.ec2.model.Vpc vpc) {
    try {
      return Optional.of(row(ec2, vpc));
    } catch (Ec2Exception e) {
      // Deleted between the page and its attributes.
      if (AwsFaults.isNotFound(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Vpc row(Ec2Client ec2, software.amazon.awssdk.services.ec2.model.Vpc vpc) {
    return new Vpc(
        vpc.vpcId(),
        Cidr.of(vpc.cidrBlock()),
        VpcAddressRanges.secondary(vpc),
        VpcAddressRanges.fromAmazonsPool(vpc).isPresent(),
        VpcAddressRanges.ipv6(vpc),
        vpc.instanceTenancyAsString(),
        attribute(ec2, vpc.vpcId(), VpcAttributeName.ENABLE_DNS_SUPPORT),
        attribute(ec2, vpc.vpcId(), VpcAttributeName.ENABLE_DNS_HOSTNAMES),
        NO_DHCP_OPTIONS.equals(vpc.dhcpOptionsId()) ? null : vpc.dhcpOptionsId(),
        Boolean.TRUE.equals(vpc.isDefault()),
        vpc.stateAsString(),
        vpc.ownerId(),
        Ec2Tags.of(vpc.tags()));
  }

  private static boolean attribute(Ec2Client ec2, String vpcId, VpcAttributeName name) {
    var answer = ec2.describeVpcAttribute(r -> r.vpcId(vpcId).attribute(name));
    var value =
        name == VpcAttributeName.ENABLE_DNS_SUPPORT
            ? answer.enableDnsSupport()
            : answer.enableDnsHostnames();
    return value != null && Boolean.TRUE.equals(value.value());
  }
}
