package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.IcmpTypeCode;
import software.amazon.awssdk.services.ec2.model.PortRange;

/** Rules of network ACLs. */
final class NetworkAclEntryResource implements ManagedResource<NetworkAclEntry> {
  /** The last rules, one for IPv4 and one for IPv6, have the numbers from here on. */
  private static final int FIRST_MANAGED_NUMBER = 32767;

  @Override
  public Class<NetworkAclEntry> record() {
    return NetworkAclEntry.class;
  }

  @Override
  public Stream<NetworkAclEntry> list(Aws aws) {
    return NetworkAclResource.all(Ec2.client(aws)).flatMap(NetworkAclEntryResource::rows);
  }

  @Override
  public NetworkAclEntry create(Aws aws, NetworkAclEntry wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    try {
      ec2.createNetworkAclEntry(
          r ->
              r.networkAclId(wanted.networkAclId())
                  .egress(wanted.egress())
                  .ruleNumber(wanted.ruleNumber())
                  .ruleAction(wanted.ruleAction())
                  .protocol(wanted.protocol())
                  .cidrBlock(text(wanted.cidrBlock()))
                  .ipv6CidrBlock(text(wanted.ipv6CidrBlock()))
                  .portRange(ports(wanted))
                  .icmpTypeCode(icmp(wanted)));
    } catch (Ec2Exception e) {
      if (!Creation.wasOurs(e)) {
        throw e;
      }
    }
    return ReadBack.created(wanted, () -> read(ec2, wanted));
  }

  @Override
  public NetworkAclEntry update(Aws aws, NetworkAclEntry from, NetworkAclEntry to) {
    Ec2Client ec2 = Ec2.client(aws);
    ec2.replaceNetworkAclEntry(
        r ->
            r.networkAclId(to.networkAclId())
                .egress(to.egress())
                .ruleNumber(to.ruleNumber())
                .ruleAction(to.ruleAction())
                .protocol(to.protocol())
                .cidrBlock(text(to.cidrBlock()))
                .ipv6CidrBlock(text(to.ipv6CidrBlock()))
                .portRange(ports(to))
                .icmpTypeCode(icmp(to)));
    return ReadBack.updated(from, to, () -> read(ec2, to));
  }

  @Override
  public void delete(Aws aws, NetworkAclEntry entry) {
    Deletion.run(
        () ->
            Ec2.client(aws)
                .deleteNetworkAclEntry(
                    r ->
                        r.networkAclId(entry.networkAclId())
                            .egress(entry.egress())
                            .ruleNumber(entry.ruleNumber())));
  }

  private static Optional<NetworkAclEntry> read(Ec2Client ec2, NetworkAclEntry sought) {
    return NetworkAclResource.one(ec2, sought.networkAclId()).stream()
        .flatMap(NetworkAclEntryResource::rows)
        .filter(entry -> entry.egress() == sought.egress())
        .filter(entry -> entry.ruleNumber() == sought.ruleNumber())
        .findFirst();
  }

  private static Stream<NetworkAclEntry> rows(
      software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
    return acl.entries().stream().map(entry -> row(acl.networkAclId(), entry));
  }

  private static NetworkAclEntry row(
      String aclId, software.amazon.awssdk.services.ec2.model.NetworkAclEntry entry) {
    Optional<PortRange> ports = Optional.ofNullable(entry.portRange());
    Optional<IcmpTypeCode> icmp = Optional.ofNullable(entry.icmpTypeCode());
    return new NetworkAclEntry(
        aclId,
        Boolean.TRUE.equals(entry.egress()),
        entry.ruleNumber(),
        entry.ruleActionAsString(),
        entry.protocol(),
        Cidr.of(entry.cidrBlock()),
        Cidr.of(entry.ipv6CidrBlock()),
        ports.map(PortRange::from).orElse(null),
        ports.map(PortRange::to).orElse(null),
        icmp.map(IcmpTypeCode::type).orElse(null),
        icmp.map(IcmpTypeCode::code).orElse(null),
        entry.ruleNumber() >= FIRST_MANAGED_NUMBER);
  }

  private static PortRange ports(NetworkAclEntry entry) {
    return entry.portRangeFrom() == null
        ? null
        : PortRange.builder().from(entry.portRangeFrom()).to(entry.portRangeTo()).build();
  }

  private static IcmpTypeCode icmp(NetworkAclEntry entry) {
    return entry.icmpType() == null
        ? null
        : IcmpTypeCode.builder().type(entry.icmpType()).code(entry.icmpCode()).build();
  }

  private static String text(Cidr range) {
    return range == null ? null : range.value();
  }
}
