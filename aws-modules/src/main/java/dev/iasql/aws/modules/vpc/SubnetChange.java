package dev.iasql.aws.modules.vpc;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockState;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

/** The calls that turn a subnet into what is wanted: EC2 takes one attribute per call. */
record SubnetChange(Ec2Client ec2, Subnet from, Subnet to) {
  private static final Set<String> GONE =
      Set.of("disassociating", "disassociated", "failing", "failed");

  void apply() {
    boolean rangeDiffers = !Objects.equals(from.ipv6CidrBlock(), to.ipv6CidrBlock());
    boolean gainsRange = rangeDiffers && to.ipv6CidrBlock() != null;
    if (gainsRange && from.ipv6CidrBlock() == null) {
      associateRange();
    }
    attributes();
    if (rangeDiffers && from.ipv6CidrBlock() != null) {
      // After the attributes: addresses cannot be assigned from a range that is gone.
      disassociateRange();
      if (gainsRange) {
        associateRange();
      }
    }
    if (to.networkAclId() != null && !to.networkAclId().equals(from.networkAclId())) {
      NetworkAclAssociations.replace(ec2, from.vpcId(), from.subnetId(), to.networkAclId());
    }
  }

  private void attributes() {
    if (from.mapPublicIpOnLaunch() != to.mapPublicIpOnLaunch()) {
      modify(r -> r.mapPublicIpOnLaunch(v -> v.value(to.mapPublicIpOnLaunch())));
    }
    if (from.assignIpv6AddressOnCreation() != to.assignIpv6AddressOnCreation()) {
      modify(r -> r.assignIpv6AddressOnCreation(v -> v.value(to.assignIpv6AddressOnCreation())));
    }
    if (from.enableDns64() != to.enableDns64()) {
      modify(r -> r.enableDns64(v -> v.value(to.enableDns64())));
    }
    if (to.privateDnsHostnameTypeOnLaunch() != null
        && !to.privateDnsHostnameTypeOnLaunch().equals(from.privateDnsHostnameTypeOnLaunch())) {
      modify(r -> r.privateDnsHostnameTypeOnLaunch(to.privateDnsHostnameTypeOnLaunch()));
    }
    boolean ipv4Names = to.enableResourceNameDnsA();
    if (from.enableResourceNameDnsA() != ipv4Names) {
      modify(r -> r.enableResourceNameDnsARecordOnLaunch(v -> v.value(ipv4Names)));
    }
    boolean ipv6Names = to.enableResourceNameDnsAaaa();
    if (from.enableResourceNameDnsAaaa() != ipv6Names) {
      modify(r -> r.enableResourceNameDnsAAAARecordOnLaunch(v -> v.value(ipv6Names)));
    }
  }

  private void modify(Consumer<ModifySubnetAttributeRequest.Builder> attribute) {
    ec2.modifySubnetAttribute(
        r -> {
          r.subnetId(from.subnetId());
          attribute.accept(r);
        });
  }

  private void associateRange() {
    ec2.associateSubnetCidrBlock(
        r -> r.subnetId(from.subnetId()).ipv6CidrBlock(to.ipv6CidrBlock().value()));
  }

  private void disassociateRange() {
    var subnet = ec2.describeSubnets(r -> r.subnetIds(from.subnetId())).subnets().getFirst();
    ipv6(subnet)
        .ifPresent(
            range -> ec2.disassociateSubnetCidrBlock(r -> r.associationId(range.associationId())));
  }

  /** The IPv6 range a subnet has; EC2 has a list, but allows one. */
  static Optional<SubnetIpv6CidrBlockAssociation> ipv6(
      software.amazon.awssdk.services.ec2.model.Subnet subnet) {
    return subnet.ipv6CidrBlockAssociationSet().stream()
        .filter(range -> !isGone(range.ipv6CidrBlockState()))
        .findFirst();
  }

  private static boolean isGone(SubnetCidrBlockState state) {
    return state != null && GONE.contains(String.valueOf(state.stateAsString()));
  }
}
