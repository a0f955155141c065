package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.Cidr;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockState;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/** The address ranges a VPC has besides its primary one; EC2 calls having one an association. */
record VpcAddressRanges(Ec2Client ec2, String vpcId) {
  private static final String AMAZONS_POOL = "Amazon";
  private static final Set<String> GONE =
      Set.of("disassociating", "disassociated", "failing", "failed");

  void change(Vpc from, Vpc to) {
    for (Cidr range : Lists.without(to.secondaryCidrBlocks(), from.secondaryCidrBlocks())) {
      ec2.associateVpcCidrBlock(r -> r.vpcId(vpcId).cidrBlock(range.value()));
    }
    List<Cidr> removed = Lists.without(from.secondaryCidrBlocks(), to.secondaryCidrBlocks());
    boolean ipv6Differs = from.amazonProvidedIpv6CidrBlock() != to.amazonProvidedIpv6CidrBlock();
    if (ipv6Differs && to.amazonProvidedIpv6CidrBlock()) {
      ec2.associateVpcCidrBlock(r -> r.vpcId(vpcId).amazonProvidedIpv6CidrBlock(true));
    }
    boolean ipv6Removed = ipv6Differs && !to.amazonProvidedIpv6CidrBlock();
    if (!removed.isEmpty() || ipv6Removed) {
      disassociate(removed, ipv6Removed);
    }
  }

  private void disassociate(List<Cidr> ranges, boolean ipv6) {
    var vpc = ec2.describeVpcs(r -> r.vpcIds(vpcId)).vpcs().getFirst();
    for (var association : vpc.cidrBlockAssociationSet()) {
      if (ranges.contains(Cidr.of(association.cidrBlock()))
          && isPresent(association.cidrBlockState())) {
        ec2.disassociateVpcCidrBlock(r -> r.associationId(association.associationId()));
      }
    }
    if (ipv6) {
      fromAmazonsPool(vpc)
          .ifPresent(
              association ->
                  ec2.disassociateVpcCidrBlock(r -> r.associationId(association.associationId())));
    }
  }

  static List<Cidr> secondary(software.amazon.awssdk.services.ec2.model.Vpc vpc) {
    return vpc.cidrBlockAssociationSet().stream()
        .filter(association -> isPresent(association.cidrBlockState()))
        .filter(association -> !association.cidrBlock().equals(vpc.cidrBlock()))
        .map(association -> Cidr.of(association.cidrBlock()))
        .toList();
  }

  static List<Cidr> ipv6(software.amazon.awssdk.services.ec2.model.Vpc vpc) {
    return vpc.ipv6CidrBlockAssociationSet().stream()
        .filter(association -> isPresent(association.ipv6CidrBlockState()))
        .map(association -> Cidr.of(association.ipv6CidrBlock()))
        // One that is being allocated has no range yet.
        .filter(Objects::nonNull)
        .toList();
  }

  static Optional<VpcIpv6CidrBlockAssociation> fromAmazonsPool(
      software.amazon.awssdk.services.ec2.model.Vpc vpc) {
    return vpc.ipv6CidrBlockAssociationSet().stream()
        .filter(association -> isPresent(association.ipv6CidrBlockState()))
        .filter(association -> AMAZONS_POOL.equals(association.ipv6Pool()))
        .findFirst();
  }

  private static boolean isPresent(VpcCidrBlockState state) {
    return state == null || !GONE.contains(String.valueOf(state.stateAsString()));
  }
}
